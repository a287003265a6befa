package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The layout of a Markdown document as CommonMark with GitHub's tables defines it, and tables that
 * a blank line or a wrong row of dashes broke, put together again.
 */
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

  private final Account account;
  private final Document document;
  private final BrokenTables tables;
  private final List<Block> blocks = new ArrayList<>();

  public MarkdownLayout(Account account) {
    this.account = account;
    this.document = account.document();
    this.tables = new BrokenTables(document);
  }

  /** All blocks in the order of the text. */
  public List<Block> blocks() {
    FrontMatter front = FrontMatter.of(document);
    front.span().ifPresent(span -> blocks.add(new Block.Code(span, Block.Code.FRONT_MATTER)));
    collect(PARSER.parse(front.masked()), 0);
    return tables.mended(blocks);
  }

  private void collect(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!node.getSourceSpans().isEmpty()) {
        add(node, depth);
      }
    }
  }

  private void add(Node node, int depth) {
    switch (node) {
      case TableBlock table -> blocks.add(table(table));
      case Heading heading -> blocks.add(heading(heading));
      case FencedCodeBlock code ->
          blocks.add(new Block.Code(span(code), code.getInfo() == null ? "" : code.getInfo()));
      case IndentedCodeBlock code -> blocks.add(new Block.Code(span(code), ""));
      case HtmlBlock html -> blocks.add(new Block.Html(span(html)));
      case Paragraph paragraph -> tables.addParagraph(span(paragraph), depth, blocks);
      case ListBlock list -> addList(list, depth + 1);
      case LinkReferenceDefinition definition -> account.claim(span(definition));
      case ThematicBreak line -> account.structure(span(line));
      default -> collect(node, depth);
    }
  }

  private void addList(ListBlock list, int depth) {
    for (Node entry = list.getFirstChild(); entry != null; entry = entry.getNext()) {
      if (entry instanceof ListItem && !entry.getSourceSpans().isEmpty()) {
        addEntry(entry, depth, list instanceof OrderedList);
      }
    }
  }

  private void addEntry(Node entry, int depth, boolean ordered) {
    Node first = entry.getFirstChild();
    if (!(first instanceof Paragraph) || first.getSourceSpans().isEmpty()) {
      collect(entry, depth);
      return;
    }
    Span words = span(first);
    account.structure(new Span(Math.min(span(entry).from(), words.from()), words.from()));
    blocks.add(Marks.item(account, words, depth, ordered));
    for (Node rest = first.getNext(); rest != null; rest = rest.getNext()) {
      if (!rest.getSourceSpans().isEmpty()) {
        add(rest, depth);
      }
    }
  }

  private Block heading(Heading heading) {
    Span span = span(heading);
    int title = span.from();
    while (title < span.to() && document.text().charAt(title) == '#') {
      title++;
    }
    int end = document.lineEnd(title, span.to());
    return new Block.Heading(heading.getLevel(), span, document.trim(new Span(title, end)));
  }

  private Block table(TableBlock table) {
    List<Span> lines = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
          lines.add(span(row));
        }
      }
    }
    Span all = span(table);
    Span head = lines.isEmpty() ? all : lines.removeFirst();
    Row header = new Row(head, Pipes.cells(document, head));
    int columns = header.cells().size();
    List<Row> rows =
        lines.stream().map(line -> new Row(line, Pipes.cells(document, line, columns))).toList();
    return new Block.Table(all, header, rows);
  }

  private Span span(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan last = spans.getLast();
    int from = Math.min(spans.getFirst().getInputIndex(), document.length());
    int to = Math.min(last.getInputIndex() + last.getLength(), document.length());
    return new Span(from, Math.max(from, to));
  }
}
