package dev.signalbox.importer.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * An entry of a list, with the lines that it goes on on but without entries below it.
   *
   * @param span its words, without mark and box
   * @param depth of its list, 1 for one that is in no other
   * @param ordered whether its mark is a number
   * @param box what stands between the brackets of a check box, one character; null without box
   */
  record Item(Span span, int depth, boolean ordered, @Nullable Span box) implements Block {}

  /** Sample text: a fence with its fence lines, indented code, or the YAML at the very start. */
  record Code(Span span, String language) implements Block {

    /** The language of YAML between two lines of dashes at the start of a document. */
    public static final String FRONT_MATTER = "front-matter";
  }

  /** HTML on lines of its own, comments included. */
  record Html(Span span) implements Block {}

  /**
   * Anything else with words in it.
   *
   * @param depth of the list entry that it is a further paragraph of, 0 outside of lists
   */
  record Text(Span span, int depth) implements Block {}

  /** One row of a table with its cells, trimmed. */
  record Row(Span span, List<Span> cells) {}
}
