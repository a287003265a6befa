package dev.signalbox.gate;

/** What became of a definition or an edit of a gate. */
public sealed interface EditVerdict {

  record Saved(GateView gate) implements EditVerdict {}

  /** A gate of this key is there, or was; keys are not used twice. */
  record KeyTaken() implements EditVerdict {}

  /** The project has as many gates as it may. */
  record TooMany(int limit) implements EditVerdict {}

  /** The caller read another version of the policy. */
  record OtherVersion(long policyVersion) implements EditVerdict {}
}
