package dev.signalbox.importer.layout;

/** A stretch of a document: {@code from} included, {@code to} not. */
public record Span(int from, int to) {

  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no span: " + from + ".." + to);
    }
  }

  public boolean isEmpty() {
    return from == to;
  }

  public int length() {
    return to - from;
  }
}
