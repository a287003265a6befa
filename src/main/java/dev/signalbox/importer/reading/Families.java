package dev.signalbox.importer.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that keys begin with, such as {@code devops-orch}; one of them may rule a project. */
final class Families {

  private static final Pattern FAMILY = Pattern.compile("((?:\\p{L}[\\p{L}\\p{N}]*-)*+)\\p{N}.*");
  private static final Pattern NUMBERED = Pattern.compile("\\p{L}+-(\\p{N}+(?:\\.\\p{N}+)*+)");

  /** How many of all keys the ruling family has, in percent. */
  private static final int RULES = 80;

  private final Map<String, Integer> sizes = new HashMap<>();
  private final int keys;

  Families(Collection<String> keys) {
    keys.forEach(key -> sizes.merge(of(Keys.canonical(key)), 1, Integer::sum));
    this.keys = keys.size();
  }

  /** The words before the first number of a canonical key; empty if it has none. */
  static String of(String canonical) {
    Matcher matcher = FAMILY.matcher(canonical);
    return matcher.matches() ? matcher.group(1).replaceAll("-$", "") : "";
  }

  /**
   * The canonical key under the ruling family's name, {@code back-24.1} for {@code task-24.1};
   * empty if its own family is still there or none rules.
   */
  String renamed(String canonical) {
    Matcher numbered = NUMBERED.matcher(canonical);
    if (!numbered.matches() || sizes.containsKey(of(canonical))) {
      return "";
    }
    return sizes.entrySet().stream()
        .filter(family -> !family.getKey().isEmpty() && family.getValue() * 100 >= keys * RULES)
        .map(family -> family.getKey() + "-" + numbered.group(1))
        .findAny()
        .orElse("");
  }
}
