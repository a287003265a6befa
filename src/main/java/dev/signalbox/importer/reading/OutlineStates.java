package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a heading, bullet or box. A line of its own says it best, then the badge, then the
 * box, then the title above; nothing at all means to do.
 */
final class OutlineStates {

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final Signs signs;

  OutlineStates(Account account, Vocabulary words, Signs signs) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.signs = signs;
  }

  Read<TaskState> of(Candidate candidate, @Nullable Span box) {
    Read<TaskState> field = field(candidate.fields().get(Column.STATE));
    if (field != null) {
      return field;
    }
    Read<TaskState> badge = candidate.line().state();
    TaskState group = candidate.context().state();
    if (box != null) {
      return ofBox(box, badge, group);
    }
    if (badge != null) {
      return badge;
    }
    Span at = new Span(candidate.line().title().from(), candidate.line().title().from());
    Span unknown = unknown(candidate);
    if (unknown != null && group == null) {
      account.report(
          OddityCode.UNKNOWN_STATE,
          unknown,
          "\"" + document.shown(unknown) + "\" is no state that is known here; the task is to do.");
      at = unknown;
    }
    return Read.of(group == null ? TaskState.TODO : group, document, at);
  }

  /** The words that say a state which nobody knows. */
  private static @Nullable Span unknown(Candidate candidate) {
    Span value = candidate.fields().get(Column.STATE);
    return value == null ? candidate.line().unknown() : value;
  }

  private @Nullable Read<TaskState> field(@Nullable Span value) {
    if (value == null) {
      return null;
    }
    Optional<Badges.Found> exact = new Badges(document, words).of(value, new Account(document));
    return exact.isPresent()
        ? exact.get().state()
        : new StateCell(words).read(new Account(document), value).state();
  }

  /** A ticked box is done; one that is not ticked leaves room for more exact words. */
  private Read<TaskState> ofBox(
      Span box, @Nullable Read<TaskState> badge, @Nullable TaskState group) {
    TaskState ticked = ticked(box);
    boolean open = ticked == TaskState.TODO;
    if (badge != null && badge.value() != ticked && isFiner(open, badge.value())) {
      return badge;
    }
    TaskState said = open && group != null && !group.isEnded() ? group : ticked;
    return Read.of(said, document, box);
  }

  private static boolean isFiner(boolean open, TaskState badge) {
    return switch (badge) {
      case DOING, BLOCKED -> open;
      case CANCELLED -> true;
      case TODO, DONE -> false;
    };
  }

  private TaskState ticked(Span box) {
    if (box.isEmpty()) {
      return TaskState.TODO;
    }
    return signs.box(document.text(), box.from()).orElseGet(() -> usual(box));
  }

  private TaskState usual(Span box) {
    return switch (document.text().charAt(box.from())) {
      case 'x', 'X', '\u2713', '\u2714', '\u2705' -> TaskState.DONE;
      case '/', '~' -> TaskState.DOING;
      case '-' -> TaskState.CANCELLED;
      default -> signs.state(document.text(), box.from()).orElse(TaskState.TODO);
    };
  }
}
