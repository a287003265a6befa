package dev.signalbox.importer.writing;

/** What of a task can be written back; a row is a whole task that the document has not. */
public enum Field {
  STATE,
  TEXT,
  OWNERS,
  DEPENDENCIES,
  ROW
}
