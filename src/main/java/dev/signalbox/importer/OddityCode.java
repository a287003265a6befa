package dev.signalbox.importer;

/** The kinds of oddities; a fatal one stops the import, the others only ask for a look. */
public enum OddityCode {
  EMPTY_DOCUMENT(true),
  BINARY_DOCUMENT(true),
  NOT_A_PLAN(true),
  UNKNOWN_DIALECT(true),
  NO_TASKS(true),
  TOO_MANY(true),
  TOO_LONG(true),
  UNKNOWN_STATE(true),
  ROW_TOO_SHORT(true),
  ROW_TOO_LONG(true),
  BAD_KEY(true),
  DUPLICATE_TASK(true),
  SELF_DEPENDENCY(false),
  REFUSED_BY_PLAN(true),
  REPEATED_TASK(false),
  BAD_DATE(false),
  UNDATED_BLOCKED(false),
  BLOCKED_WITHOUT_REASON(false),
  DEPENDENCY_IN_WORDS(false),
  SHORTENED_KEY(false),
  AMBIGUOUS_KEY(false),
  FIELD_NOT_READ(false),
  REPEATED_FIELD(false),
  FILE_WITHOUT_TASKS(false),
  DRAFT_TASK(false),
  SOURCE_MISSING(false),
  LOG_ROW_MALFORMED(false),
  STRANDED_LOG_ROW(false),
  REPEATED_LOG_ROW(false),
  STRANDED_TASK_ROW(true),
  TABLE_NOT_READ(false),
  UNKNOWN_COLUMN(false),
  UNPLACED_TEXT(false),
  SPRINT_UNNAMED(false),
  MISSING_SECTION(false),
  ENDS_ABRUPTLY(false);

  private final boolean fatal;

  OddityCode(boolean fatal) {
    this.fatal = fatal;
  }

  /** Whether a document with it is not imported at all. */
  public boolean isFatal() {
    return fatal;
  }
}
