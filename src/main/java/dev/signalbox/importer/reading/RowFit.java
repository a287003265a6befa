package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives each row as many cells as its table has columns, where no doubt is left: cells that miss at
 * the end are empty, a bare pipe in a text is text. Every other row is reported and not read.
 */
final class RowFit {

  private final Account account;
  private final Document document;
  private final Columns columns;
  private final StateCell states;
  private final String keyShape;

  RowFit(Account account, Table table, Columns columns, StateCell states) {
    this.account = account;
    this.document = account.document();
    this.columns = columns;
    this.states = states;
    this.keyShape = keyShape(table);
  }

  /** The row with all its cells, bounded; empty if it cannot be read for sure. */
  Optional<Row> fit(Row row) {
    int cells = row.cells().size();
    Optional<Row> whole =
        cells == columns.size()
            ? Optional.of(row)
            : cells < columns.size() ? filledUp(row) : putTogether(row);
    return whole.map(new Limits(account)::row);
  }

  private Optional<Row> filledUp(Row row) {
    int cells = row.cells().size();
    List<Span> all = new ArrayList<>(row.cells());
    while (all.size() < columns.size()) {
      all.add(new Span(row.span().to(), row.span().to()));
    }
    Row filled = new Row(row.span(), all);
    boolean whole =
        Math.max(columns.meanings().indexOf(Column.STATE), columns.meanings().indexOf(Column.TEXT))
                < cells
            && cells > 1
            && isPlausible(filled);
    account.report(
        whole ? OddityCode.ROW_FILLED_UP : OddityCode.ROW_TOO_SHORT,
        row.span(),
        "This row has "
            + cells
            + " of the "
            + columns.size()
            + " cells of its table"
            + (whole ? "; the last ones count as empty." : "."));
    return whole ? Optional.of(filled) : Optional.empty();
  }

  private Optional<Row> putTogether(Row row) {
    int extra = row.cells().size() - columns.size();
    boolean oneRow =
        extra <= Math.max(1, columns.size() - 2)
            && count(row, this::isKey) <= 1
            && (!columns.has(Column.STATE)
                || count(row, cell -> states.isState(document.words(cell))) <= 1);
    for (Column wordy : List.of(Column.TEXT, Column.NOTE, Column.DEPENDS_IN_PROSE, Column.KEY)) {
      int at = columns.meanings().indexOf(wordy);
      if (at < 0 || !oneRow) {
        continue;
      }
      List<Span> cells = new ArrayList<>(row.cells().subList(0, at));
      cells.add(new Span(row.cells().get(at).from(), row.cells().get(at + extra).to()));
      cells.addAll(row.cells().subList(at + extra + 1, row.cells().size()));
      Row whole = new Row(row.span(), List.copyOf(cells));
      if (isPlausible(whole)) {
        account.report(
            OddityCode.ROW_PUT_TOGETHER,
            row.span(),
            tooMany(row) + "the text was put together again.");
        return Optional.of(whole);
      }
    }
    account.report(
        OddityCode.ROW_TOO_LONG, row.span(), tooMany(row) + "a pipe of the text is written \\|.");
    return Optional.empty();
  }

  private static long count(Row row, Predicate<Span> test) {
    return row.cells().stream().filter(test).count();
  }

  private boolean isKey(Span cell) {
    return KeyCell.whole(document, cell).filter(key -> KeyCell.isStrong(key.key())).isPresent();
  }

  private String tooMany(Row row) {
    return "This row has " + row.cells().size() + " cells, its table " + columns.size() + "; ";
  }

  /** Whether key and state are where they belong. */
  private boolean isPlausible(Row row) {
    Span key = columns.cell(row, Column.KEY);
    Span state = columns.cell(row, Column.STATE);
    boolean keyed =
        key == null
            || KeyCell.whole(document, key)
                .or(
                    () ->
                        columns.titleBehindKey()
                            ? KeyCell.leading(document, key)
                            : Optional.empty())
                .filter(found -> KeyCell.shape(found.key()).equals(keyShape))
                .isPresent();
    return keyed && (state == null || states.showsState(document.words(state)));
  }

  private String keyShape(Table table) {
    Map<String, Integer> shapes = new HashMap<>();
    for (Row row : table.rows()) {
      Span key = row.cells().size() == columns.size() ? columns.cell(row, Column.KEY) : null;
      if (key != null && !key.isEmpty()) {
        KeyCell.whole(document, key)
            .or(() -> KeyCell.leading(document, key))
            .ifPresent(found -> shapes.merge(KeyCell.shape(found.key()), 1, Integer::sum));
      }
    }
    return shapes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("LN");
  }
}
