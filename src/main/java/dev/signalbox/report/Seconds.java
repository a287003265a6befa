package dev.signalbox.report;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The {@code time} attribute: seconds, with the thousands commas that some producers write. */
final class Seconds {

  private static final Pattern PLAIN =
      Pattern.compile("\\d{1,9}(\\.\\d{0,12})?([eE][-+]?\\d{1,2})?|\\.\\d{1,12}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3}){1,2}(\\.\\d{0,12})?");
  private static final double LONGEST = 1e9;

  private Seconds() {}

  /** Milliseconds, or empty for what is no duration: negative, NaN, infinite, words. */
  static OptionalLong millis(String text) {
    String time = text.strip();
    if (time.length() > 40) {
      return OptionalLong.empty();
    }
    if (GROUPED.matcher(time).matches()) {
      time = time.replace(",", "");
    } else if (!PLAIN.matcher(time).matches()) {
      return OptionalLong.empty();
    }
    double seconds = Double.parseDouble(time);
    return seconds <= LONGEST ? OptionalLong.of(Math.round(seconds * 1000)) : OptionalLong.empty();
  }
}
