package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds table rows that Markdown takes for text: below a blank line, or below a row of dashes that
 * does not fit its header.
 */
final class BrokenTables {

  private static final Pattern DASHES =
      Pattern.compile(
          "[ \\t]{0,20}\\|?[ \\t]{0,200}:?-+:?[ \\t]{0,200}(?:\\|[ \\t]{0,200}:?-+:?[ \\t]{0,200})++\\|?[ \\t]{0,200}");

  private final Document document;

  BrokenTables(Document document) {
    this.document = document;
  }

  /** Adds a paragraph: its words as text, its rows as rows, its tables as tables. */
  void addParagraph(Span paragraph, int depth, List<Block> blocks) {
    if (document.text().indexOf('|', paragraph.from(), paragraph.to()) < 0) {
      blocks.add(new Block.Text(paragraph, depth));
      return;
    }
    List<Span> lines = lines(paragraph);
    int words = -1;
    int at = 0;
    while (at < lines.size()) {
      boolean table =
          at + 1 < lines.size() && hasPipe(lines.get(at)) && isDashes(lines.get(at + 1));
      boolean row = table || isRow(lines.get(at), blocks, words < 0);
      if (!row) {
        words = words < 0 ? at : words;
        at++;
        continue;
      }
      if (words >= 0) {
        blocks.add(text(lines, words, at, depth));
        words = -1;
      }
      if (table) {
        at = addTable(lines, at, blocks);
      } else {
        Span line = lines.get(at);
        blocks.add(new Block.StrayRow(new Row(line, Pipes.cells(document, line))));
        at++;
      }
    }
    if (words >= 0) {
      blocks.add(text(lines, words, lines.size(), depth));
    }
  }

  /** A table takes the rows that stand right behind it and have as many cells. */
  List<Block> mended(List<Block> blocks) {
    List<Block> mended = new ArrayList<>();
    Table open = null;
    List<Row> rows = new ArrayList<>();
    for (Block block : blocks) {
      if (open != null && block instanceof Block.StrayRow stray && fits(stray.row(), open)) {
        rows.add(again(stray.row(), open));
        Span grown = new Span(open.span().from(), stray.span().to());
        open = new Table(grown, open.header(), List.copyOf(rows));
        mended.set(mended.size() - 1, open);
        continue;
      }
      mended.add(block);
      open = block instanceof Table table ? table : null;
      rows = open == null ? new ArrayList<>() : new ArrayList<>(open.rows());
    }
    return List.copyOf(mended);
  }

  private boolean fits(Row row, Table table) {
    return again(row, table).cells().size() == table.header().cells().size();
  }

  private Row again(Row row, Table table) {
    return new Row(row.span(), Pipes.cells(document, row.span(), table.header().cells().size()));
  }

  private int addTable(List<Span> lines, int at, List<Block> blocks) {
    Span head = lines.get(at);
    Row header = new Row(head, Pipes.cells(document, head));
    int columns = header.cells().size();
    List<Row> rows = new ArrayList<>();
    int next = at + 2;
    while (next < lines.size() && hasPipe(lines.get(next))) {
      Span line = lines.get(next);
      rows.add(new Row(line, Pipes.cells(document, line, columns)));
      next++;
    }
    Span all = new Span(head.from(), lines.get(next - 1).to());
    blocks.add(new Table(all, header, List.copyOf(rows)));
    return next;
  }

  private boolean isRow(Span line, List<Block> blocks, boolean afterBlock) {
    if (document.text().charAt(line.from()) == '|') {
      return true;
    }
    Block before = blocks.isEmpty() || !afterBlock ? null : blocks.getLast();
    int columns =
        switch (before) {
          case null -> -1;
          case Table table -> table.header().cells().size();
          case Block.StrayRow stray -> stray.row().cells().size();
          default -> -1;
        };
    return columns > 2
        && Pipes.next(document.text(), line.from(), line.to()) >= 0
        && Pipes.cells(document, line, columns).size() == columns;
  }

  private boolean isDashes(Span line) {
    return line.length() < 2_000 && DASHES.matcher(document.raw(line)).matches();
  }

  private boolean hasPipe(Span line) {
    return Pipes.next(document.text(), line.from(), line.to()) >= 0;
  }

  private static Block text(List<Span> lines, int from, int to, int depth) {
    return new Block.Text(new Span(lines.get(from).from(), lines.get(to - 1).to()), depth);
  }

  private List<Span> lines(Span span) {
    List<Span> lines = new ArrayList<>();
    int at = span.from();
    while (at < span.to()) {
      int end = document.lineEnd(at, span.to());
      Span line = document.trim(new Span(at, Math.max(at, end)));
      if (!line.isEmpty()) {
        lines.add(line);
      }
      at = Math.max(end, at + 1);
      while (at < span.to() && document.isSpace(at)) {
        at++;
      }
    }
    return lines;
  }
}
