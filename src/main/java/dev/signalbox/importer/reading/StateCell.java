package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code DONE (2025-11-24)}: a state word and perhaps its date. */
final class StateCell {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern FORM =
      Pattern.compile(
          "([^(\\d]{0,60})(?:\\(?\\s*(\\d{4}-\\d{2}-\\d{2})\\s*\\)?)?(.*)", Pattern.DOTALL);

  private final Vocabulary words;

  StateCell(Vocabulary words) {
    this.words = words;
  }

  /** A state and its date; null where unknown. */
  record Found(@Nullable Read<TaskState> state, @Nullable Read<LocalDate> date) {}

  /** Whether this cell's text is a state, dated or not. */
  boolean isState(String cell) {
    Matcher form = FORM.matcher(cell);
    return form.matches() && words.state(form.group(1)).isPresent();
  }

  Found read(Account account, Span cell) {
    Document document = account.document();
    Matcher form = FORM.matcher(document.raw(cell));
    if (!form.matches()) {
      return new Found(null, null);
    }
    Optional<TaskState> state = words.state(form.group(1));
    if (state.isEmpty()) {
      account.report(
          OddityCode.UNKNOWN_STATE,
          cell,
          "\""
              + document.shown(cell)
              + "\" is no state that is known here (TODO, DOING, BLOCKED,"
              + " DONE, CANCELLED); the task was not read.");
      return new Found(null, null);
    }
    Read<TaskState> read = Read.of(state.get(), document, cell);
    Span rest = document.trim(new Span(cell.from() + form.start(3), cell.to()));
    boolean dated = form.group(2) != null;
    if (document.raw(rest).codePoints().anyMatch(Character::isLetterOrDigit)) {
      account.report(
          dated ? OddityCode.UNPLACED_TEXT : OddityCode.BAD_DATE,
          rest,
          dated
              ? "This stands behind the state's date and fits no field."
              : "This stands where the state's date is expected; the date stays unknown.");
    }
    if (!dated) {
      return new Found(read, null);
    }
    return new Found(
        read, date(account, new Span(cell.from() + form.start(2), cell.from() + form.end(2))));
  }

  /** The date in a cell of its own; null (with an oddity if there are words) if there is none. */
  static @Nullable Read<LocalDate> date(Account account, Span cell) {
    Document document = account.document();
    Matcher matcher = DATE.matcher(document.text()).region(cell.from(), cell.to());
    if (matcher.find()) {
      try {
        return Read.of(
            LocalDate.parse(matcher.group()), document, new Span(matcher.start(), matcher.end()));
      } catch (DateTimeParseException noSuchDay) {
        account.report(OddityCode.BAD_DATE, cell, "There is no such day; the date stays unknown.");
        return null;
      }
    }
    if (document.raw(cell).codePoints().anyMatch(Character::isLetterOrDigit)) {
      account.report(
          OddityCode.BAD_DATE, cell, "A date is written 2025-11-24; this one stays unknown.");
    }
    return null;
  }
}
