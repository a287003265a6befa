package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which column of a table holds what, found by the words of its header. */
record Columns(List<Column> meanings, boolean ownersWithSource) {

  static Columns of(Document document, Row header, Vocabulary words) {
    List<String> titles = header.cells().stream().map(document::words).toList();
    List<Column> meanings = new ArrayList<>();
    for (String title : titles) {
      Column column = words.column(title);
      meanings.add(meanings.contains(column) ? Column.UNKNOWN : column);
    }
    if (!meanings.contains(Column.KEY)) {
      takeWeakKey(titles, meanings, words);
    }
    boolean withSource = false;
    int owners = meanings.indexOf(Column.OWNERS);
    if (owners >= 0) {
      withSource = titles.get(owners).toLowerCase(Locale.ROOT).contains("source");
    }
    return new Columns(Collections.unmodifiableList(meanings), withSource);
  }

  private static void takeWeakKey(List<String> titles, List<Column> meanings, Vocabulary words) {
    for (String weak : words.weakKeys()) {
      for (int i = 0; i < titles.size(); i++) {
        if (Vocabulary.plain(titles.get(i)).equals(weak)) {
          meanings.set(i, Column.KEY);
          for (int other = i + 1; other < titles.size(); other++) {
            if (words.column(titles.get(other)) == Column.TEXT && !meanings.contains(Column.TEXT)) {
              meanings.set(other, Column.TEXT);
            }
          }
          return;
        }
      }
    }
  }

  boolean areTasks() {
    return meanings.contains(Column.KEY) && meanings.contains(Column.STATE);
  }

  boolean areLog() {
    return !areTasks()
        && meanings.contains(Column.DATE)
        && (meanings.contains(Column.UPDATE) || meanings.contains(Column.TEXT));
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
