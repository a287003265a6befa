package dev.signalbox.importer.reading;

/** What a task that is no table row is written as. */
enum Carrier {
  HEADING,
  BULLET,
  BOX
}
