package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a document's heading against its section line and against what it waits for: {@code Sprint
 * 7} over {@code [Ops] 190.C) Night.II} names itself twice, and must not wait for 190.C. Pure.
 */
final class HeaderClaims {

  private static final Pattern OF_SECTION =
      Pattern.compile("^(?:\\[[^\\]]*\\])?\\s*(\\p{N}[\\p{L}\\p{N}._-]*?)[).:]\\s");
  private static final Pattern OF_DEPENDENCY =
      Pattern.compile("(?i)^sprint\\s+([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)");
  private static final String SOURCE = "HEADER";

  private HeaderClaims() {}

  static List<Contradiction> find(Sprint sprint) {
    List<Contradiction> found = new ArrayList<>();
    String key = sprint.key().value();
    Optional<String> section = first(OF_SECTION, sprint.section());
    section
        .filter(number -> !isPartOf(number, key) && Character.isDigit(key.codePointAt(0)))
        .ifPresent(
            number ->
                found.add(
                    new Contradiction(
                        "",
                        SOURCE,
                        "The heading says sprint " + key + ", its section says " + number + ".",
                        sprint.section().place(),
                        sprint.section().value())));
    for (Read<String> name : sprint.dependsOn()) {
      first(OF_DEPENDENCY, name)
          .filter(number -> isItself(sprint, name.value(), number))
          .ifPresent(
              number ->
                  found.add(
                      new Contradiction(
                          "",
                          SOURCE,
                          "The sprint waits for sprint " + number + ", which is its own number.",
                          name.place(),
                          name.value())));
    }
    return List.copyOf(found);
  }

  /** Phases of one work share a number and differ in their names: those wait for each other. */
  private static boolean isItself(Sprint sprint, String name, String number) {
    String section = sprint.section().value();
    return number.equalsIgnoreCase(sprint.key().value())
        || (first(OF_SECTION, sprint.section()).filter(number::equalsIgnoreCase).isPresent()
            && said(section).endsWith(said(name.substring(name.indexOf(number)))));
  }

  /** 130 and 130.A name the same sprint and a part of it. */
  private static boolean isPartOf(String number, String key) {
    return number.equalsIgnoreCase(key) || number.startsWith(key + ".");
  }

  private static String said(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Optional<String> first(Pattern pattern, Read<String> line) {
    Matcher matcher = pattern.matcher(line.value());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
