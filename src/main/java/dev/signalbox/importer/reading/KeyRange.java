package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From one key to another by their last number, as in {@code WP-01..WP-04}; the width of the first
 * number is kept. Written with two dots once it was read.
 */
record KeyRange(String before, int from, int to, int width, String after) {

  /** The most keys that one range may mean. */
  static final int MOST = 500;

  static final String DOTS = "..";
  private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\p{Nd}{1,9})(\\p{L}{0,3})");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,9}\\p{L}{0,3}");

  /** The range between two keys; null if they do not belong to one row of numbers. */
  static @Nullable KeyRange between(String first, String last) {
    String whole = first;
    Matcher begin = LAST_NUMBER.matcher(whole);
    if (!begin.matches()) {
      return null;
    }
    String end = last.startsWith("-") ? last.substring(1) : last;
    if (NUMBER.matcher(end).matches()) {
      end = begin.group(1) + end;
    } else if (!end.startsWith(begin.group(1)) && begin.group(1).endsWith(stem(end))) {
      end = begin.group(1).substring(0, begin.group(1).length() - stem(end).length()) + end;
    }
    Matcher stop = LAST_NUMBER.matcher(end);
    boolean oneRow =
        stop.matches()
            && stop.group(1).equalsIgnoreCase(begin.group(1))
            && stop.group(3).equals(begin.group(3));
    if (!oneRow) {
      return null;
    }
    int from = Integer.parseInt(begin.group(2));
    int to = Integer.parseInt(stop.group(2));
    boolean bounded = from < to && to - from < MOST;
    return bounded
        ? new KeyRange(begin.group(1), from, to, begin.group(2).length(), begin.group(3))
        : null;
  }

  private static String stem(String key) {
    Matcher number = LAST_NUMBER.matcher(key);
    return number.matches() ? number.group(1) : key;
  }

  /** The range that stands in the written form {@code A..B}; null if it is none. */
  static @Nullable KeyRange of(String written) {
    int dots = written.indexOf(DOTS);
    return dots <= 0 ? null : between(written.substring(0, dots), written.substring(dots + 2));
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      keys.add(key(number));
    }
    return keys;
  }

  String first() {
    return key(from);
  }

  String last() {
    return key(to);
  }

  private String key(int number) {
    String digits = Integer.toString(number);
    return before + "0".repeat(Math.max(0, width - digits.length())) + digits + after;
  }

  @Override
  public String toString() {
    return first() + DOTS + last();
  }
}
