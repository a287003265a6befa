package dev.signalbox.importer;

/**
 * Where something stands in a document.
 *
 * @param offset in characters (UTF-16 units) from the start, from 0
 * @param line from 1
 * @param column in characters within the line, from 1
 */
public record Place(int offset, int line, int column) {

  @Override
  public String toString() {
    return "line " + line + ", column " + column + " (offset " + offset + ")";
  }
}
