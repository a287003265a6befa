package dev.signalbox.graph.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/** What an answer may be written as: chosen by {@code ?format=}, or else by the Accept header. */
enum Format {
  JSON("application/json"),
  TEXT("text/plain"),
  MARKDOWN("text/markdown"),
  MERMAID("text/vnd.mermaid"),
  DOT("text/vnd.graphviz"),
  GRAPHML("application/graphml+xml");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  String contentType() {
    return this == JSON ? type : type + ";charset=UTF-8";
  }

  ResponseEntity<Object> answer(Object body) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, contentType()).body(body);
  }

  /** The first of those offered that is asked for; the first of all where nothing is asked. */
  static Format of(@Nullable String format, @Nullable String accept, Format... offered) {
    if (format != null) {
      return Arrays.stream(offered)
          .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
          .findFirst()
          .orElseThrow(
              () ->
                  new ProblemException(
                      ProblemType.INVALID_REQUEST,
                      "There is no such format here. Take one of " + names(offered) + "."));
    }
    if (accept == null || accept.isBlank()) {
      return offered[0];
    }
    for (MediaType wanted : wanted(accept)) {
      for (Format each : offered) {
        if (wanted.includes(MediaType.parseMediaType(each.type))) {
          return each;
        }
      }
    }
    throw notAcceptable(offered);
  }

  private static List<MediaType> wanted(String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      return wanted.stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted((one, two) -> Double.compare(two.getQualityValue(), one.getQualityValue()))
          .toList();
    } catch (InvalidMediaTypeException e) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The Accept header cannot be read: " + e.getMessage());
    }
  }

  private static ProblemException notAcceptable(Format... offered) {
    return new ProblemException(
        ProblemType.NOT_ACCEPTABLE, "This is written as " + names(offered) + ".");
  }

  private static String names(Format... offered) {
    return String.join(
        ", ", Arrays.stream(offered).map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
  }
}
