package dev.signalbox.importer.reading;

/** One way of writing plans down. Implementations keep no state and never throw for bad input. */
interface Dialect {

  /** What people choose it by, such as {@code sprint-document}. */
  String name();

  /** How sure this dialect is that the document is its own. */
  Confidence confidence(Laid document);

  /** All that it understands, and an oddity for all that it does not. */
  ParsedPlan read(Laid document);
}
