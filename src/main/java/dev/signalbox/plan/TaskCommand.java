package dev.signalbox.plan;

import dev.signalbox.plan.task.Verb;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be done to a task, in the users' words; {@link TaskDesk} performs it. */
public sealed interface TaskCommand {

  /** Whether a task in this declared state takes the command; other rules may still refuse it. */
  default boolean isLegalFrom(TaskState state) {
    return switch (this) {
      case Start _ -> Verb.START.isLegalFrom(state);
      case Block _ -> Verb.BLOCK.isLegalFrom(state);
      case Unblock _ -> Verb.UNBLOCK.isLegalFrom(state);
      case Finish _ -> Verb.FINISH.isLegalFrom(state);
      case Reopen _ -> Verb.REOPEN.isLegalFrom(state);
      case Cancel _ -> Verb.CANCEL.isLegalFrom(state);
      case Edit _, AddDependency _, RemoveDependency _, Confirm _, Drop _, Correct _ -> true;
    };
  }

  /** Somebody works on it from now on. */
  record Start() implements TaskCommand {}

  /**
   * It is held; may be said again while it is blocked, for another reason.
   *
   * @param awaits key of the task or external item that is awaited, or null if it is only in words
   * @param since null if unknown
   */
  record Block(
      BlockerClass kind, String reason, @Nullable TargetKey awaits, @Nullable LocalDate since)
      implements TaskCommand {}

  /**
   * A blocker holds no more; with the last one the task goes back to where it was.
   *
   * @param blocker its id, or null for all
   * @param note what happened
   */
  record Unblock(@Nullable Long blocker, String note) implements TaskCommand {}

  /** A blocker that was read from prose is so. */
  record Confirm(long blocker) implements TaskCommand {}

  /**
   * A blocker that was read from prose is not so; no import brings it back. The declared state
   * stays.
   *
   * @param note why, or empty
   */
  record Drop(long blocker, String note) implements TaskCommand {}

  /**
   * A blocker that was read from prose is so, but in this way.
   *
   * @param awaits key of the task or external item that is awaited, or null if it is only in words
   */
  record Correct(long blocker, BlockerClass kind, @Nullable TargetKey awaits)
      implements TaskCommand {}

  /**
   * It is done.
   *
   * @param override why it is done although something still holds it, or null
   */
  record Finish(@Nullable String override) implements TaskCommand {}

  /** It is not ended after all. */
  record Reopen() implements TaskCommand {}

  /** It is not needed; dependents stay held until somebody takes the dependency away. */
  record Cancel(String reason) implements TaskCommand {}

  /** New words, owners or sprint; null leaves as it is. */
  record Edit(@Nullable String text, @Nullable List<String> owners, @Nullable SprintKey sprint)
      implements TaskCommand {}

  /** It waits for this key too, whether something has it yet or not. */
  record AddDependency(TargetKey target) implements TaskCommand {}

  /** It waits for this key no more. */
  record RemoveDependency(TargetKey target) implements TaskCommand {}
}
