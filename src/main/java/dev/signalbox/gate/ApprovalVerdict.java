package dev.signalbox.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of somebody's approval or rejection. All but {@link Recorded} change nothing. */
public sealed interface ApprovalVerdict {

  /** It counts from now on. {@code decision} is the number of the decision that followed. */
  record Recorded(GateView gate, long decision) implements ApprovalVerdict {}

  /** It does not count, and why. */
  sealed interface Refused extends ApprovalVerdict {
    String reason();
  }

  /** Approving is for people. */
  record NotAPerson(String reason) implements Refused {}

  /** The caller is no release manager of the project, or the token lacks the scope. */
  record NotAReleaseManager(String reason) implements Refused {}

  /** Nobody approves what they asked for themselves. */
  record OwnRequest(String reason) implements Refused {}

  /** Nobody approves under a policy that they last edited themselves. */
  record EditorOfThePolicy(String reason) implements Refused {}

  /** There is no open request to answer. */
  record NobodyAsked(String reason) implements Refused {}

  /** This person has said a word on this subject before. */
  record AlreadySpoken(String reason, ApprovalWord word) implements Refused {}

  /**
   * The subject is not the one that the caller saw.
   *
   * @param difference what changed since; null if what the caller saw is not known here
   */
  record OtherSubject(String reason, String subjectDigest, @Nullable List<Change> difference)
      implements Refused {}

  /** Other requirements come first. */
  record NotYet(String reason, List<RequirementVerdict> missing) implements Refused {}
}
