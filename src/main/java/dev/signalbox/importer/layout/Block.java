package dev.signalbox.importer.layout;

import java.util.List;

/** A piece of a document's layout, in the document's order. */
public sealed interface Block {

  Span span();

  /** A heading; {@code title} is without its hashes. */
  record Heading(int level, Span span, Span title) implements Block {}

  /** A table: its header and the rows below it. */
  record Table(Span span, Row header, List<Row> rows) implements Block {}

  /** A row that stands outside any table. */
  record StrayRow(Row row) implements Block {
    @Override
    public Span span() {
      return row.span();
    }
  }

  /** A bullet, without its mark. */
  record Item(Span span) implements Block {}

  /** Anything else with words in it. */
  record Text(Span span) implements Block {}

  /** One row of a table with its cells, trimmed. */
  record Row(Span span, List<Span> cells) {}
}
