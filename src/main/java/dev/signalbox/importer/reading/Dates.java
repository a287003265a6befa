package dev.signalbox.importer.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds days that are written with all their parts and can mean one day only. */
final class Dates {

  private static final String MONTH =
      "(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<!\\d)(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)"),
          Pattern.compile(
              "(?<!\\d)(?<y>\\d{4})\\s?\u5e74\\s?(?<m>\\d{1,2})\\s?\u6708\\s?(?<d>\\d{1,2})\\s?\u65e5"),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4})(?!\\d)"),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})(?!\\d)"),
          Pattern.compile(
              "\\b" + MONTH + "\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<y>\\d{4})\\b",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "\\b(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s" + MONTH + "\\s(?<y>\\d{4})\\b",
              Pattern.CASE_INSENSITIVE));
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int SLASHES = 3;

  private Dates() {}

  /** A date in a text; {@code day} is null where there is no such day, or where it may be two. */
  record Found(int from, int to, @Nullable LocalDate day) {}

  /** The first date of the text; null if none is written. */
  static @Nullable Found first(String text) {
    Found first = null;
    for (int form = 0; form < FORMS.size(); form++) {
      Matcher matcher = FORMS.get(form).matcher(text);
      if (matcher.find() && (first == null || matcher.start() < first.from())) {
        first = new Found(matcher.start(), matcher.end(), day(matcher, form == SLASHES));
      }
    }
    return first;
  }

  private static @Nullable LocalDate day(Matcher found, boolean slashes) {
    int year = Integer.parseInt(found.group("y"));
    int month = month(found.group("m"));
    int day = Integer.parseInt(found.group("d"));
    if (slashes && month <= 12 && day <= 12 && month != day) {
      return null;
    }
    try {
      return slashes && month > 12
          ? LocalDate.of(year, day, month)
          : LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int month(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
  }
}
