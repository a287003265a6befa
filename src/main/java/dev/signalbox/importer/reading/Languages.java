package dev.signalbox.importer.reading;

import java.util.List;

/**
 * The languages that plans are read in. In a class of its own: a language is made by {@link
 * Vocabulary}, which therefore must not need one to come into being.
 */
final class Languages {

  /** All of them at once. */
  static final Vocabulary ALL =
      Vocabulary.together(
          List.of(
              English.WORDS,
              German.WORDS,
              French.WORDS,
              Spanish.WORDS,
              Russian.WORDS,
              Chinese.WORDS,
              Neighbours.WORDS));

  private Languages() {}
}
