package dev.signalbox.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What else a page was asked for, so that another day shows the same: its filters, but not the
 * place in a list, which another day does not have, and no supposition, which is about now.
 *
 * @param path of the page, encoded; null in the answer to a form, which has no other days
 * @param back address of the same page now
 */
public record Kept(@Nullable String path, List<Field> fields, String back) {

  private static final Set<String> LEFT = Set.of("asOf", "cursor", "decided", "whatif");

  /** One hidden field of a form. */
  public record Field(String name, String value) {}

  static Kept of(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return new Kept(null, List.of(), "");
    }
    List<Field> fields =
        request.getParameterMap().entrySet().stream()
            .filter(asked -> !LEFT.contains(asked.getKey()))
            .flatMap(
                asked ->
                    Arrays.stream(asked.getValue()).map(value -> new Field(asked.getKey(), value)))
            .filter(field -> !field.value().isBlank())
            .toList();
    UriComponentsBuilder back = UriComponentsBuilder.newInstance();
    Object[] values = fields.stream().map(Field::value).toArray();
    for (int i = 0; i < values.length; i++) {
      back.queryParam(fields.get(i).name(), "{v" + i + "}");
    }
    return new Kept(
        request.getRequestURI(),
        fields,
        request.getRequestURI() + back.encode().buildAndExpand(values).toUriString());
  }
}
