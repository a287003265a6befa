package dev.signalbox.importer.reading;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;

/**
 * A value with the place it was read from.
 *
 * @param span the characters that say it and nothing more, so that writing back replaces just them;
 *     empty where the document does not say it and it would have to be put there
 */
public record Read<T>(T value, Span span, Place place) {

  /** A value with the stretch of the document that says it. */
  public static <T> Read<T> of(T value, Document document, Span span) {
    return new Read<>(value, span, document.place(span.from()));
  }
}
