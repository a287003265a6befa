package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes out keys that share their beginning: {@code OAS-61-001/002} is {@code OAS-61-001} and
 * {@code OAS-61-002}. An alternative with n numbers replaces the last n numbers of the key before
 * it; a suffix behind the numbers stays unless the alternative brings its own.
 */
public final class IdShorthand {

  private static final Pattern SEGMENTS = Pattern.compile("-");
  private static final Pattern ALTERNATIVES = Pattern.compile("/");
  private static final int MOST = 50;

  private IdShorthand() {}

  /**
   * The keys of a shorthand.
   *
   * @param keys in order, at least one
   * @param length how many characters of the shorthand they cover
   */
  public record Expansion(List<String> keys, int length) {}

  /** Expands as far as the alternatives can be understood. */
  public static Expansion expand(String shorthand) {
    String[] parts = ALTERNATIVES.split(shorthand, MOST);
    List<String> keys = new ArrayList<>();
    keys.add(parts[0]);
    int length = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      String alternative = parts[i].startsWith("-") ? parts[i].substring(1) : parts[i];
      String key = isWholeKey(alternative) ? alternative : replaceTail(keys.getLast(), alternative);
      if (key.isEmpty()) {
        break;
      }
      keys.add(key);
      length += 1 + parts[i].length();
    }
    return new Expansion(List.copyOf(keys), length);
  }

  /** The key before with its last numbers replaced, as in {@code A-1-001, -002}; empty if vain. */
  static String continued(String before, String suffix) {
    return replaceTail(before, suffix.startsWith("-") ? suffix.substring(1) : suffix);
  }

  private static boolean isWholeKey(String alternative) {
    String[] segments = SEGMENTS.split(alternative, -1);
    return segments.length > 1
        && !isNumber(segments[0])
        && !segments[0].isEmpty()
        && List.of(segments).stream().anyMatch(IdShorthand::isNumber);
  }

  /** The key with its last numbers replaced; empty if that makes no sense. */
  private static String replaceTail(String key, String alternative) {
    List<String> segments = List.of(SEGMENTS.split(key, -1));
    List<String> tail = List.of(SEGMENTS.split(alternative, -1));
    if (isLetters(alternative)) {
      return replaceLetters(key, alternative);
    }
    int numbers = leadingNumbers(tail);
    int end = segments.size();
    while (end > 0 && !isNumber(segments.get(end - 1))) {
      end--;
    }
    int begin = end;
    while (begin > 0 && isNumber(segments.get(begin - 1))) {
      begin--;
    }
    if (numbers == 0 || end - begin < numbers) {
      return "";
    }
    List<String> replaced = new ArrayList<>(segments.subList(0, end - numbers));
    replaced.addAll(tail);
    if (tail.size() == numbers) {
      replaced.addAll(segments.subList(end, segments.size()));
    }
    return String.join("-", replaced);
  }

  /** {@code 13A} with {@code B} is {@code 13B}. */
  private static String replaceLetters(String key, String letters) {
    int end = key.length();
    while (end > 0 && Character.isLetter(key.charAt(end - 1))) {
      end--;
    }
    boolean lettered = end > 0 && key.length() - end == letters.length();
    return lettered && Character.isDigit(key.charAt(end - 1))
        ? key.substring(0, end) + letters
        : "";
  }

  private static boolean isLetters(String alternative) {
    return !alternative.isEmpty()
        && alternative.length() <= 2
        && alternative.chars().allMatch(Character::isLetter);
  }

  private static int leadingNumbers(List<String> segments) {
    int count = 0;
    while (count < segments.size() && isNumber(segments.get(count))) {
      count++;
    }
    return count;
  }

  private static boolean isNumber(String segment) {
    return !segment.isEmpty() && Character.isDigit(segment.charAt(0));
  }
}
