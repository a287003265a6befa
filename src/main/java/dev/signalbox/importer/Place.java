package dev.signalbox.importer;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document.
 *
 * @param offset in characters (UTF-16 units) from the start, from 0
 * @param line from 1
 * @param column in characters within the line, from 1
 * @param file path of the file; null where the document came without one
 */
public record Place(int offset, int line, int column, @Nullable String file) {

  /** A place in a document that came without a path. */
  public Place(int offset, int line, int column) {
    this(offset, line, column, null);
  }

  @Override
  public String toString() {
    String within = "line " + line + ", column " + column + " (offset " + offset + ")";
    return file == null ? within : file + ", " + within;
  }
}
