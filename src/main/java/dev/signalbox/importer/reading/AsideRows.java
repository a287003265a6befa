package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.regex.Pattern;

/** Finds rows of a task table that are no tasks, and says so. */
final class AsideRows {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)(?:sub)?(?:total|sum|summe|gesamt|suma|somme|\u0438\u0442\u043e\u0433\u043e|\u0432\u0441\u0435\u0433\u043e|\u5408\u8ba1|\u603b\u8ba1)s?\\b.*");

  private final Account account;
  private final Document document;

  AsideRows(Account account) {
    this.account = account;
    this.document = account.document();
  }

  /** A row that sums up others, or is a heading between them, is no task. */
  boolean isAside(Row row, Columns columns) {
    if (row.cells().isEmpty()) {
      return true;
    }
    String first =
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .map(cell -> Vocabulary.plain(document.shown(cell)))
            .orElse("");
    Span key = columns.cell(row, Column.KEY);
    boolean total = TOTAL.matcher(first).matches() && (key == null || !isKey(key));
    long filled = row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    boolean between =
        columns.has(Column.KEY)
            && filled == 1
            && row.cells().size() > 2
            && (key == null || !isKey(key));
    if (total || between) {
      account.report(
          OddityCode.UNPLACED_TEXT, row.span(), "This row sums up or parts others; it is no task.");
    }
    return total || between;
  }

  private boolean isKey(Span cell) {
    return KeyCell.whole(document, cell).filter(key -> KeyCell.isStrong(key.key())).isPresent();
  }
}
