package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The layout of a Markdown document as CommonMark with GitHub's tables defines it. */
public final class MarkdownLayout {

  private static final int DEEPEST = 20;

  /** Cells are read from the source itself, so inline marks stay as they were written. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .inlineParserFactory(context -> (lines, node) -> {})
          .build();

  private final Document document;
  private final LooseText loose;

  public MarkdownLayout(Account account, Hints hints) {
    this.document = account.document();
    this.loose = new LooseText(account, new RowScanner(document, hints));
  }

  public List<Block> blocks() {
    List<Block> found = new ArrayList<>();
    collect(PARSER.parse(document.text()), found);
    List<Block> blocks = new ArrayList<>();
    int limit = 0;
    for (Block block : found) {
      loose.split(limit, Math.max(limit, block.span().from()), blocks);
      blocks.add(block);
      limit = Math.max(limit, block.span().to());
    }
    loose.split(limit, document.length(), blocks);
    return blocks;
  }

  private void collect(Node parent, List<Block> found) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node.getSourceSpans().isEmpty()) {
        continue;
      }
      switch (node) {
        case TableBlock table -> found.add(table(table));
        case Heading heading -> found.add(heading(heading));
        default -> collect(node, found);
      }
    }
  }

  private Block heading(Heading heading) {
    Span span = span(heading);
    int title = span.from();
    while (title < span.to() && document.text().charAt(title) == '#') {
      title++;
    }
    return new Block.Heading(heading.getLevel(), span, document.trim(new Span(title, span.to())));
  }

  private Block table(TableBlock table) {
    List<Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
          Span span = span(row);
          rows.add(new Row(span, Pipes.cells(document, span)));
        }
      }
    }
    Row header = rows.isEmpty() ? new Row(span(table), List.of()) : rows.removeFirst();
    return new Block.Table(span(table), header, List.copyOf(rows));
  }

  private Span span(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan last = spans.getLast();
    int from = Math.min(spans.getFirst().getInputIndex(), document.length());
    int to = Math.min(last.getInputIndex() + last.getLength(), document.length());
    return new Span(from, Math.max(from, to));
  }
}
