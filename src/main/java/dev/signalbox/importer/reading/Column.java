package dev.signalbox.importer.reading;

/** What a table's column holds, and what its title says of the table. */
enum Column {
  KEY,
  /** Numbers the rows: the key where no other column holds one. */
  NUMBER,
  STATE,
  TEXT,
  /** Names tasks or the like; by its cells it is the key, the text, or both. */
  TASK,
  OWNERS,
  SOURCE,
  DEPENDS_ON,
  /** Dependencies among other words. */
  DEPENDS_IN_PROSE,
  /** Why something is held. */
  REASON,
  DATE,
  STARTED,
  ENDED,
  DUE,
  PRIORITY,
  ESTIMATE,
  UPDATE,
  NOTE,
  SYMBOL,
  MEANING,
  FROM,
  TO,
  /** A title that no table of tasks has. */
  NO_TASK,
  UNKNOWN
}
