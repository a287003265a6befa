package dev.signalbox.gate;

/** What a release manager says of a subject; said once for each, never taken back. */
public enum ApprovalWord {
  APPROVE,
  REJECT
}
