package dev.signalbox.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a gate. Each kind is one small class; {@link Requirements} lists them all. A
 * verdict is pure: the same facts at the same time give the same answer.
 */
public sealed interface Requirement
    permits TasksDone, NothingBlocked, JobPassed, Approvals, Unreadable {

  /** Its name in JSON, such as {@code tasks-done}. */
  String kind();

  /** The requirement in words, as it stands on the gate page. */
  String words();

  /** As it stands in JSON, {@code kind} included. */
  Map<String, Object> document();

  /** The tasks that it looks at besides those of the gate; null if it adds none. */
  default @Nullable Scope ownScope() {
    return null;
  }

  /** Whether its verdict is about the very subject, so that the subject's digest is asked for. */
  default boolean isBoundToSubject() {
    return false;
  }

  RequirementVerdict verdict(Inquiry inquiry);
}
