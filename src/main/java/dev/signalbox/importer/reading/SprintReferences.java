package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of sprints as documents write them: {@code Sprint 190.B - Ops Devops.II}, several in a line
 * with commas, dots in the middle or pipes between them.
 */
final class SprintReferences {

  private static final Pattern BEFORE_A_SPRINT =
      Pattern.compile(
          "\\s*(?:[,;\u00b7\u2022|\u3001]|\\band\\b|&)\\s*(?=(?:sprint|iteration|\u0441\u043f\u0440\u0438\u043d\u0442|\u51b2\u523a)\\s?[\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SPRINT =
      Pattern.compile(
          "(?:sprint|iteration|\u0441\u043f\u0440\u0438\u043d\u0442|\u51b2\u523a)\\s?[\\p{L}\\p{N}].*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*[,;|]\\s*(?=\\p{N})");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final int MOST = 100;

  private final Set<String> here = new HashSet<>();

  /**
   * Knows what is here.
   *
   * @param names keys, titles and sections of the sprints that the project has
   */
  SprintReferences(Collection<String> names) {
    names.forEach(name -> here.add(plain(name.replaceFirst("^\\s*\\[[^\\]]*\\]\\s*", ""))));
  }

  boolean isHere(String name) {
    return here.contains(plain(name));
  }

  static boolean isSprint(String name) {
    return SPRINT.matcher(name.strip()).matches();
  }

  /** The single names, in order and once each. */
  static List<String> split(List<String> written) {
    List<String> names = new ArrayList<>();
    for (String one : written) {
      for (String part : BEFORE_A_SPRINT.split(one, MOST)) {
        String[] numbered =
            isSprint(part) ? BETWEEN_NUMBERS.split(part, MOST) : new String[] {part};
        for (String name : numbered) {
          String clean = name.strip();
          if (!clean.isEmpty() && !names.contains(clean)) {
            names.add(clean);
          }
        }
      }
    }
    return List.copyOf(names);
  }

  private static String plain(String name) {
    String words = NOT_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return words.replaceFirst(
        "^(?:sprint|iteration|\u0441\u043f\u0440\u0438\u043d\u0442|\u51b2\u523a)\\s+", "");
  }
}
