package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads execution log rows, those that stand elsewhere too, and finds repeats. */
final class LogRows {

  private static final Columns USUAL =
      new Columns(List.of(Column.DATE, Column.UPDATE, Column.OWNERS), false, false);

  private final Account account;
  private final Document document;
  private final List<LogRow> rows = new ArrayList<>();
  private final List<Span> texts = new ArrayList<>();
  private final Map<List<Object>, Span> seen = new HashMap<>();

  LogRows(Account account) {
    this.account = account;
    this.document = account.document();
  }

  void add(Row row, Columns columns) {
    add(row, columns, false);
  }

  /** A row outside any log table. */
  void addStray(Row row) {
    account.report(
        OddityCode.STRANDED_LOG_ROW,
        row.span(),
        "A row of the execution log outside of it; it was read as one.");
    add(row, USUAL, true);
  }

  /** What was read, in the document's order. */
  List<LogRow> rows() {
    return List.copyOf(rows);
  }

  /** Where the text of each row stands, in the same order. */
  List<Span> texts() {
    return List.copyOf(texts);
  }

  private void add(Row row, Columns columns, boolean stranded) {
    account.claim(row.span());
    Row fitted = fitted(row, columns);
    Span dateCell = cell(fitted, columns, Column.DATE);
    Read<LocalDate> date = dateCell.isEmpty() ? null : StateCell.date(account, dateCell);
    Span update = columns.cell(fitted, Column.UPDATE);
    Span text = update != null ? update : cell(fitted, columns, Column.TEXT);
    String words = document.words(text).replace("\\|", "|");
    String owner = document.words(cell(fitted, columns, Column.OWNERS));
    LocalDate on = date == null ? null : date.value();
    List<Object> content = List.of(document.words(dateCell), words, owner);
    Span first = seen.putIfAbsent(content, row.span());
    if (first != null) {
      account.report(
          OddityCode.REPEATED_LOG_ROW,
          row.span(),
          "To the letter the row at " + document.place(first.from()) + ".");
    }
    rows.add(
        new LogRow(
            on,
            words,
            owner,
            first != null,
            stranded,
            row.span(),
            document.place(row.span().from())));
    texts.add(text);
  }

  /** The row with as many cells as it has columns: a pipe too many belongs to the text. */
  private Row fitted(Row row, Columns columns) {
    int extra = row.cells().size() - columns.size();
    if (extra == 0) {
      return row;
    }
    account.report(
        OddityCode.LOG_ROW_MALFORMED,
        row.span(),
        "This row has "
            + row.cells().size()
            + " cells, the log "
            + columns.size()
            + "; read as far as it goes.");
    int text =
        Math.max(
            columns.meanings().indexOf(Column.UPDATE), columns.meanings().indexOf(Column.TEXT));
    if (extra < 0 || text < 0) {
      return row;
    }
    List<Span> cells = new ArrayList<>(row.cells().subList(0, text));
    cells.add(new Span(row.cells().get(text).from(), row.cells().get(text + extra).to()));
    cells.addAll(row.cells().subList(text + extra + 1, row.cells().size()));
    return new Row(row.span(), cells);
  }

  private Span cell(Row row, Columns columns, Column column) {
    Span cell = columns.cell(row, column);
    return cell == null ? new Span(row.span().to(), row.span().to()) : cell;
  }
}
