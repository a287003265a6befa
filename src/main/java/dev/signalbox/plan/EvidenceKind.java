package dev.signalbox.plan;

/** What shows that an external item is there. */
public enum EvidenceKind {
  DOCUMENT,
  ARTEFACT,
  ACCESS,
  DECISION,
  DELIVERY,
  /** Somebody's word, and nothing else. */
  STATEMENT
}
