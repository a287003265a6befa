package dev.signalbox.importer.reading;

/** What the text under a heading is about. */
enum Section {
  LOG,
  RISKS,
  OTHER
}
