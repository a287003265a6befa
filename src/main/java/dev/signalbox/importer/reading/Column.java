package dev.signalbox.importer.reading;

/** What a table's column holds. */
enum Column {
  KEY,
  STATE,
  TEXT,
  OWNERS,
  SOURCE,
  DEPENDS_ON,
  DATE,
  UPDATE,
  UNKNOWN
}
