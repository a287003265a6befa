package dev.signalbox.importer.merge;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A key taken apart, to tell whether two keys can name one task: {@code LEDGER-OAS-61-001} is short
 * for {@code DEVOPS-LEDGER-OAS-61-001-REL}. The parts that count (those with digits) have to be the
 * same, so that {@code WP-1-v2} is not {@code WP-1}; single letters part subtasks from their task.
 *
 * @param numbers the parts with digits; empty where there are none
 */
record KeyShape(List<String> parts, List<String> numbers) {

  static KeyShape of(String key) {
    List<String> parts =
        Arrays.stream(key.toLowerCase(Locale.ROOT).split("[-._:#/ ]+"))
            .filter(part -> !part.isEmpty())
            .toList();
    List<String> numbers =
        parts.stream().filter(part -> part.chars().anyMatch(Character::isDigit)).toList();
    return new KeyShape(parts, numbers);
  }

  /** Whether the key has letters and digits, and so is no mere row number and no mere word. */
  static boolean isStrong(String key) {
    return key.codePoints().anyMatch(Character::isLetter)
        && key.codePoints().anyMatch(Character::isDigit);
  }

  /** By how many parts the longer key is longer; -1 if they cannot name one task. */
  int distance(KeyShape other) {
    if (numbers.isEmpty() || !numbers.equals(other.numbers)) {
      return -1;
    }
    KeyShape longer = parts.size() >= other.parts.size() ? this : other;
    KeyShape shorter = longer == this ? other : this;
    int at = Collections.indexOfSubList(longer.parts, shorter.parts);
    if (at < 0 || (shorter.parts.size() < 2 && longer.parts.size() > 1)) {
      return -1;
    }
    boolean subtask =
        longer.parts.subList(at + shorter.parts.size(), longer.parts.size()).stream()
            .anyMatch(part -> part.length() == 1);
    return subtask ? -1 : longer.parts.size() - shorter.parts.size();
  }
}
