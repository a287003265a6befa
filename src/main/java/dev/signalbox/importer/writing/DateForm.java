package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document puts a date behind a state.
 *
 * @param before between the state's word and the date
 * @param pattern of the date, as {@link DateTimeFormatter} has it
 * @param after what closes it
 */
record DateForm(String before, String pattern, String after) {

  private static final Pattern GAP =
      Pattern.compile("[*_`~]{0,3}([\\s(\\[:,\u2013\u2014-]{1,4})[*_`~]{0,3}");
  private static final Pattern CLOSE = Pattern.compile("\\s?[)\\]]");
  private static final List<String> PATTERNS =
      List.of("yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "yyyy/MM/dd", "dd/MM/yyyy", "MM/dd/yyyy");

  /** The form of a task that has its date right behind its state; empty if it has none. */
  static Optional<DateForm> of(Document document, ParsedPlan.Task task) {
    Read<LocalDate> date = task.stateDate();
    Span core = StateWords.core(document, task);
    if (date == null || date.span().isEmpty() || date.span().from() < core.to()) {
      return Optional.empty();
    }
    Matcher gap = GAP.matcher(document.text()).region(core.to(), date.span().from());
    if (!gap.matches()) {
      return Optional.empty();
    }
    Span closing = closing(document, date.span());
    return Optional.of(new DateForm(gap.group(1), pattern(document, date), document.raw(closing)));
  }

  String write(LocalDate date) {
    return before + DateTimeFormatter.ofPattern(pattern).format(date) + after;
  }

  /** Where the state and its date end together. */
  static Span closing(Document document, Span date) {
    Matcher close = CLOSE.matcher(document.text()).region(date.to(), document.length());
    return new Span(date.to(), close.lookingAt() ? close.end() : date.to());
  }

  /** Another date in the form that this one has. */
  static String replaced(Document document, Read<LocalDate> date, LocalDate with) {
    String raw = document.raw(date.span());
    String old = DateTimeFormatter.ofPattern(pattern(document, date)).format(date.value());
    String next = DateTimeFormatter.ofPattern(pattern(document, date)).format(with);
    return raw.contains(old) ? raw.replace(old, next) : next;
  }

  /** The text with the date in it replaced in its form; empty if it holds no such date. */
  static Optional<String> within(String text, LocalDate date, LocalDate with) {
    return PATTERNS.stream()
        .map(DateTimeFormatter::ofPattern)
        .filter(form -> text.contains(form.format(date)))
        .findFirst()
        .map(form -> text.replace(form.format(date), form.format(with)));
  }

  private static String pattern(Document document, Read<LocalDate> date) {
    String raw = document.raw(date.span());
    return PATTERNS.stream()
        .filter(form -> raw.contains(DateTimeFormatter.ofPattern(form).format(date.value())))
        .findFirst()
        .orElse(PATTERNS.getFirst());
  }
}
