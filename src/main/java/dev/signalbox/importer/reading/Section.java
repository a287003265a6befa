package dev.signalbox.importer.reading;

/** What the text under a heading is about. */
enum Section {
  LOG,
  RISKS,
  /** Meetings and what they asked for: no tasks of the plan. */
  ASIDE,
  OTHER
}
