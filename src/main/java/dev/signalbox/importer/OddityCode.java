package dev.signalbox.importer;

/** The kinds of oddities, each with what it asks of people. */
public enum OddityCode {
  EMPTY_DOCUMENT(Severity.FATAL),
  BINARY_DOCUMENT(Severity.FATAL),
  UNKNOWN_DIALECT(Severity.FATAL),
  NO_TASKS(Severity.FATAL),
  TOO_MANY(Severity.FATAL),
  REFUSED_BY_PLAN(Severity.FATAL),
  UNKNOWN_STATE(Severity.ASK),
  ROW_TOO_SHORT(Severity.ASK),
  ROW_TOO_LONG(Severity.ASK),
  BAD_KEY(Severity.ASK),
  DUPLICATE_TASK(Severity.ASK),
  STRANDED_TASK_ROW(Severity.ASK),
  /** A field was cut to what a plan takes; the document keeps the rest. */
  TOO_LONG(Severity.NOTE),
  /** A task of a list is done while one below it is not. */
  DONE_BEFORE_ITS_PART(Severity.NOTE),
  SELF_DEPENDENCY(Severity.NOTE),
  REPEATED_TASK(Severity.NOTE),
  /** A key in a second table, which tells more of a task that another table holds. */
  TASK_IN_TWO_TABLES(Severity.NOTE),
  /** Cells are missing at the end, but neither the key nor the state. */
  ROW_FILLED_UP(Severity.NOTE),
  /** A bare pipe parted a text that was put together again. */
  ROW_PUT_TOGETHER(Severity.NOTE),
  STATE_MISSING(Severity.NOTE),
  BAD_DATE(Severity.NOTE),
  UNDATED_BLOCKED(Severity.NOTE),
  BLOCKED_WITHOUT_REASON(Severity.NOTE),
  DEPENDENCY_IN_WORDS(Severity.NOTE),
  SHORTENED_KEY(Severity.NOTE),
  AMBIGUOUS_KEY(Severity.NOTE),
  FIELD_NOT_READ(Severity.NOTE),
  REPEATED_FIELD(Severity.NOTE),
  FILE_WITHOUT_TASKS(Severity.NOTE),
  DRAFT_TASK(Severity.NOTE),
  SOURCE_MISSING(Severity.NOTE),
  LOG_ROW_MALFORMED(Severity.NOTE),
  STRANDED_LOG_ROW(Severity.NOTE),
  REPEATED_LOG_ROW(Severity.NOTE),
  TABLE_NOT_READ(Severity.NOTE),
  UNKNOWN_COLUMN(Severity.NOTE),
  UNPLACED_TEXT(Severity.NOTE),
  STRANGE_CHARACTERS(Severity.NOTE),
  SPRINT_UNNAMED(Severity.NOTE),
  MISSING_SECTION(Severity.NOTE),
  ENDS_ABRUPTLY(Severity.NOTE),
  /** There were more notes than a report lists. */
  MORE_NOTES(Severity.NOTE);

  /** What an oddity asks of people. */
  public enum Severity {
    /** The document as a whole is unusable. */
    FATAL,
    /** What surely is a task could not be read as written: somebody must consent to go on. */
    ASK,
    /** Worth a look only. */
    NOTE
  }

  private final Severity severity;

  OddityCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether a document with it is not imported at all. */
  public boolean isFatal() {
    return severity == Severity.FATAL;
  }
}
