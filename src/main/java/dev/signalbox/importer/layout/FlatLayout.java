package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.TableFinder.Delimiter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a Markdown document that may have lost its line breaks: the same blocks come out
 * with or without them.
 */
public final class FlatLayout {

  private final Document document;
  private final Hints hints;
  private final RowScanner scanner;
  private final LooseText loose;

  public FlatLayout(Account account, Hints hints) {
    this.document = account.document();
    this.hints = hints;
    this.scanner = new RowScanner(document, hints);
    this.loose = new LooseText(account, scanner);
  }

  private record Mark(int from, int to, int level, int title, @Nullable Delimiter table) {}

  private static final int LONGEST_TITLE = 80;

  public List<Block> blocks() {
    List<Mark> marks = marks();
    List<Block> blocks = new ArrayList<>();
    int limit = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      int end;
      int begin = mark.from();
      Block block;
      if (mark.table() != null) {
        Row header = new TableFinder(document, hints).header(mark.table(), limit);
        begin = header.span().from();
        int until = headerStart(marks, i + 1, mark.to());
        List<Row> rows = scanner.rows(mark.to(), until, mark.table().columns());
        end = rows.isEmpty() ? mark.to() : rows.getLast().span().to();
        block = new Block.Table(new Span(begin, end), header, rows);
      } else {
        end = Math.min(mark.to(), Math.max(mark.title(), headerStart(marks, i + 1, mark.title())));
        Span title = document.trim(new Span(mark.title(), end));
        block = new Block.Heading(mark.level(), new Span(mark.from(), end), title);
      }
      loose.split(limit, Math.max(limit, begin), blocks);
      blocks.add(block);
      limit = end;
    }
    loose.split(limit, document.length(), blocks);
    return blocks;
  }

  /** Where what belongs to the next mark begins, a table's header included. */
  private int headerStart(List<Mark> marks, int index, int limit) {
    if (index >= marks.size()) {
      return document.length();
    }
    Mark next = marks.get(index);
    return next.table() == null
        ? next.from()
        : new TableFinder(document, hints).header(next.table(), limit).span().from();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    new TableFinder(document, hints)
        .delimiters()
        .forEach(d -> marks.add(new Mark(d.from(), d.to(), 0, d.to(), d)));
    String text = document.text();
    int at = text.indexOf('#');
    while (at >= 0) {
      int end = at;
      while (end < text.length() && text.charAt(end) == '#') {
        end++;
      }
      Mark heading = heading(at, end);
      if (heading != null) {
        marks.add(heading);
      }
      at = text.indexOf('#', end);
    }
    marks.sort(Comparator.comparingInt(Mark::from));
    return marks;
  }

  private @Nullable Mark heading(int from, int hashesEnd) {
    String text = document.text();
    boolean spaced =
        hashesEnd < text.length()
            && document.isSpace(hashesEnd)
            && (from == 0 || document.isSpace(from - 1));
    if (!spaced || hashesEnd - from > 6) {
      return null;
    }
    int lineEnd = document.lineEnd(hashesEnd, text.length());
    int title = document.skipSpaces(hashesEnd, lineEnd);
    int named = hints.sectionAt(text, title);
    boolean startsLine = document.isBlank(document.lineStart(from), from);
    boolean shortLine = lineEnd - title <= LONGEST_TITLE && Pipes.next(text, title, lineEnd) < 0;
    int level = hashesEnd - from;
    if (named > 0 && !(startsLine && shortLine)) {
      return new Mark(from, title + named, level, title, null);
    }
    return startsLine ? new Mark(from, lineEnd, level, title, null) : null;
  }
}
