package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what: found by the words of its header, and by its cells where
 * words do not help.
 *
 * @param titleBehindKey whether the key's cell goes on with the task's text
 */
record Columns(List<Column> meanings, boolean ownersWithSource, boolean titleBehindKey) {

  private static final int ROWS_LOOKED_AT = 50;

  Columns {
    meanings = List.copyOf(meanings);
  }

  static Columns of(Document document, Table table, Vocabulary words, StateCell states) {
    List<String> titles = table.header().cells().stream().map(document::words).toList();
    List<Column> meanings = byWords(titles, words);
    Cells cells = new Cells(document, table);
    boolean behind = findKey(meanings, cells);
    if (!meanings.contains(Column.STATE)) {
      int state = cells.most(meanings, Column.UNKNOWN, states::showsState);
      if (state >= 0) {
        meanings.set(state, Column.STATE);
      }
    }
    if (!behind && !meanings.contains(Column.TEXT)) {
      int text = meanings.indexOf(Column.TASK);
      text = text < 0 ? meanings.indexOf(Column.UNKNOWN) : text;
      if (text >= 0) {
        meanings.set(text, Column.TEXT);
      }
    }
    int owners = meanings.indexOf(Column.OWNERS);
    boolean source = owners >= 0 && titles.get(owners).toLowerCase(Locale.ROOT).contains("source");
    return new Columns(meanings, source, behind);
  }

  private static List<Column> byWords(List<String> titles, Vocabulary words) {
    List<Column> meanings = new ArrayList<>();
    for (String title : titles) {
      Column column = words.column(title);
      boolean taken = column != Column.NO_TASK && meanings.contains(column);
      meanings.add(taken ? Column.UNKNOWN : column);
    }
    for (int i = 0; i < titles.size(); i++) {
      if (meanings.get(i) == Column.UNKNOWN && words.column(titles.get(i)) == Column.UNKNOWN) {
        Column column = words.columnByParts(titles.get(i));
        if (column == Column.NO_TASK || !meanings.contains(column)) {
          meanings.set(i, column);
        }
      }
    }
    return meanings;
  }

  /** Settles where the key is; says whether the text stands behind it in the same cell. */
  private static boolean findKey(List<Column> meanings, Cells cells) {
    int key = meanings.indexOf(Column.KEY);
    if (key >= 0) {
      boolean keys = !cells.any(key) || cells.mostly(key, cells::isKey);
      boolean titled = !keys && cells.mostly(key, cells::isTitled);
      if (!keys) {
        meanings.set(key, titled ? Column.KEY : Column.TASK);
      }
      if (keys || titled) {
        return titled && !hasText(meanings);
      }
    }
    int task = meanings.indexOf(Column.TASK);
    if (task >= 0 && cells.any(task)) {
      if (cells.mostly(task, cells::isStrongKey)) {
        meanings.set(task, Column.KEY);
        return false;
      }
      if (cells.mostly(task, cells::isTitled)) {
        meanings.set(task, Column.KEY);
        return true;
      }
    }
    for (Column open : List.of(Column.UNKNOWN, Column.TEXT)) {
      int titled = cells.most(meanings, open, cells::isTitled);
      int strong = cells.most(meanings, open, cells::isStrongKey);
      if (strong >= 0 || titled >= 0) {
        meanings.set(strong >= 0 ? strong : titled, Column.KEY);
        return strong < 0 && !hasText(meanings);
      }
    }
    int number = meanings.indexOf(Column.NUMBER);
    if (number >= 0 && cells.mostly(number, cells::isKey)) {
      meanings.set(number, Column.KEY);
    }
    return false;
  }

  private static boolean hasText(List<Column> meanings) {
    return meanings.contains(Column.TEXT) || meanings.contains(Column.TASK);
  }

  /** Looks at the cells of the first rows. */
  private record Cells(Document document, Table table) {

    boolean isKey(String cell) {
      return KeyCell.whole(document(cell), span(cell)).isPresent();
    }

    boolean isStrongKey(String cell) {
      return KeyCell.whole(document(cell), span(cell))
          .filter(found -> KeyCell.isStrong(found.key()))
          .isPresent();
    }

    boolean isTitled(String cell) {
      return KeyCell.leading(document(cell), span(cell)).isPresent();
    }

    private static Document document(String cell) {
      return Document.ofText(cell);
    }

    private static Span span(String cell) {
      return new Span(0, cell.length());
    }

    private List<String> values(int column) {
      return table.rows().stream()
          .limit(ROWS_LOOKED_AT)
          .filter(row -> row.cells().size() > column && !row.cells().get(column).isEmpty())
          .map(row -> document.shown(row.cells().get(column)))
          .toList();
    }

    boolean any(int column) {
      return !values(column).isEmpty();
    }

    boolean mostly(int column, Predicate<String> test) {
      List<String> values = values(column);
      long fit = values.stream().filter(test).count();
      return fit > 0 && fit * 10 >= values.size() * 6L;
    }

    /** The first column of that meaning whose cells mostly fit; -1 if none. */
    int most(List<Column> meanings, Column open, Predicate<String> test) {
      for (int i = 0; i < meanings.size(); i++) {
        if (meanings.get(i) == open && values(i).size() > 1 && mostly(i, test)) {
          return i;
        }
      }
      return -1;
    }
  }

  boolean has(Column column) {
    return meanings.contains(column);
  }

  boolean hasText() {
    return titleBehindKey || has(Column.TEXT);
  }

  /** How much a row of this table tells of a task; its state counts double. */
  int told() {
    int told = has(Column.STATE) ? 2 : 0;
    for (Column one : List.of(Column.OWNERS, Column.DEPENDS_ON, Column.DATE, Column.SOURCE)) {
      told += has(one) ? 1 : 0;
    }
    return told + (hasText() ? 1 : 0) + (has(Column.DEPENDS_IN_PROSE) ? 1 : 0);
  }

  /** The same without its keys, which other tables use for other tasks. */
  Columns withoutKey() {
    List<Column> open = new ArrayList<>(meanings);
    open.replaceAll(meaning -> meaning == Column.KEY ? Column.NUMBER : meaning);
    return new Columns(open, ownersWithSource, false);
  }

  int size() {
    return meanings.size();
  }

  /** The cell of that column; null if the table or the row has none. */
  @Nullable Span cell(Row row, Column column) {
    int index = meanings.indexOf(column);
    return index < 0 || index >= row.cells().size() ? null : row.cells().get(index);
  }
}
