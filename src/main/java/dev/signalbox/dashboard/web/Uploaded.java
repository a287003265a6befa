package dev.signalbox.dashboard.web;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.Consent.Word;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.importer.Uploads;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of an upload: plan documents, or one archive of them. Small ones are carried along in
 * the page that shows what they would change, so that exactly they are applied.
 *
 * @param sprint into which they go; empty to find out
 */
record Uploaded(List<PlanFile> files, String sprint) {

  private static final int MAX_CARRIED = 1_000_000;
  private static final int MAX_FILES = 200;
  private static final String CHOICE = "choice:";

  /** A file as it is carried: its content in Base64. */
  record Carried(String name, String content) {}

  static Uploaded of(List<MultipartFile> parts, String sprint) throws IOException {
    List<PlanFile> files = new ArrayList<>();
    for (MultipartFile part : parts) {
      String name = Objects.requireNonNullElse(part.getOriginalFilename(), "");
      files.add(new PlanFile(name, part.getBytes()));
    }
    return new Uploaded(List.copyOf(files), sprint.strip());
  }

  static Uploaded carried(MultiValueMap<String, String> form) {
    List<String> names = form.getOrDefault("name", List.of());
    List<String> contents = form.getOrDefault("content", List.of());
    List<PlanFile> files = new ArrayList<>();
    try {
      for (int i = 0; i < contents.size(); i++) {
        files.add(new PlanFile(names.get(i), Base64.getDecoder().decode(contents.get(i))));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      throw lost();
    }
    if (files.isEmpty()) {
      throw lost();
    }
    String sprint = Objects.requireNonNullElse(form.getFirst("sprint"), "");
    return new Uploaded(List.copyOf(files), sprint);
  }

  /** What the person who sent the form agrees to. */
  static Consent consent(MultiValueMap<String, String> form) {
    Map<String, Word> words = new HashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(CHOICE) && !values.isEmpty()) {
            words.put(name.substring(CHOICE.length()), word(values.getFirst()));
          }
        });
    return new Consent("skip".equals(form.getFirst("unread")), null, words);
  }

  Submission submission() {
    return Uploads.of(files).into(sprint.isEmpty() ? null : sprint, null);
  }

  boolean canBeCarried() {
    return files.size() <= MAX_FILES
        && files.stream().mapToLong(PlanFile::size).sum() <= MAX_CARRIED;
  }

  /** For the page. */
  public List<Carried> parts() {
    return files.stream()
        .map(f -> new Carried(f.path(), Base64.getEncoder().encodeToString(f.bytes())))
        .toList();
  }

  private static Word word(String value) {
    try {
      return Word.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException notOurs) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "Whose word counts is \"here\" or \"document\".");
    }
  }

  private static ProblemException lost() {
    return new ProblemException(
        ProblemType.INVALID_REQUEST, "The document got lost on the way; choose the file again.");
  }
}
