package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the state that a badge or the heading of a group says. */
final class Badges {

  private static final Pattern BRACKETS =
      Pattern.compile("[(\\uff08\\[][^)\\uff09\\]]{0,120}[)\\uff09\\]]?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern NOT_STATE = Pattern.compile("[^\\p{L}' _-]+");
  private static final List<String> THINGS =
      List.of(
          "task",
          "tasks",
          "items",
          "stories",
          "user stories",
          "issues",
          "tickets",
          "work",
          "epics",
          "features",
          "work packets",
          "cards",
          "todos");

  private final Document document;
  private final Vocabulary words;

  Badges(Document document, Vocabulary words) {
    this.document = document;
    this.words = words;
  }

  /** A state and its date; null where unknown. */
  record Found(Read<TaskState> state, @Nullable Read<LocalDate> date) {}

  /** The state of a badge that says nothing else but perhaps a date. */
  Optional<Found> of(Span badge, Account account) {
    Matcher date = DATE.matcher(document.text()).region(badge.from(), badge.to());
    boolean dated = date.find();
    Span word = document.trim(new Span(badge.from(), dated ? date.start() : badge.to()));
    int from = word.from();
    while (from < word.to() && !Character.isLetter(document.text().codePointAt(from))) {
      from++;
    }
    int to = word.to();
    while (to > from && !Character.isLetterOrDigit(document.text().charAt(to - 1))) {
      to--;
    }
    Span exact = new Span(from, to);
    return words
        .state(document.raw(exact))
        .map(
            state ->
                new Found(
                    Read.of(state, document, exact),
                    dated ? StateCell.date(account, new Span(date.start(), date.end())) : null));
  }

  /** The state that a group's title is: {@code Done}, {@code In progress (3)}. */
  Optional<TaskState> ofTitle(Span title) {
    String bare = BRACKETS.matcher(document.words(title)).replaceAll("");
    String plain = Vocabulary.plain(NOT_STATE.matcher(bare).replaceAll(" "));
    Optional<TaskState> whole = plain.isEmpty() ? Optional.empty() : words.state(plain);
    if (whole.isPresent()) {
      return whole;
    }
    for (String thing : THINGS) {
      if (plain.endsWith(" " + thing)) {
        Optional<TaskState> state =
            words.state(plain.substring(0, plain.length() - thing.length()).strip());
        if (state.isPresent()) {
          return state;
        }
      }
    }
    return Optional.empty();
  }
}
