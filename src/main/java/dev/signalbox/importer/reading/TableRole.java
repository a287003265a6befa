package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table is in its plan.
 *
 * @param why in words, where it is none that is read
 */
record TableRole(Kind kind, Columns columns, String why) {

  /** The kinds of tables. */
  enum Kind {
    TASKS,
    LOG,
    RISKS,
    LEGEND,
    MATRIX,
    PAIRS,
    OTHER
  }

  private static final List<Column> OF_TASKS =
      List.of(
          Column.OWNERS,
          Column.DEPENDS_ON,
          Column.DEPENDS_IN_PROSE,
          Column.ESTIMATE,
          Column.PRIORITY,
          Column.REASON);

  /**
   * Decides by header and cells.
   *
   * @param grouped whether the heading above says how all of its tasks stand
   */
  static TableRole of(
      Document document,
      Table table,
      Section section,
      boolean grouped,
      Vocabulary words,
      StateCell states) {
    Columns columns = Columns.of(document, table, words, states);
    List<String> titles = table.header().cells().stream().map(document::words).toList();
    List<Column> said = titles.stream().map(words::column).toList();
    if (StatedGraph.isMatrix(document, table)) {
      return new TableRole(Kind.MATRIX, columns, "");
    }
    if (joinsKeys(document, table, columns)) {
      return new TableRole(Kind.PAIRS, columns, "");
    }
    if (Legend.isLegend(document, table, words) && !columns.has(Column.KEY)) {
      return new TableRole(Kind.LEGEND, columns, "");
    }
    if ((section == Section.LOG && columns.has(Column.DATE))
        || (columns.has(Column.DATE) && columns.has(Column.UPDATE) && !columns.has(Column.STATE))) {
      return new TableRole(Kind.LOG, columns, "");
    }
    boolean keyed = columns.has(Column.KEY);
    if (section == Section.RISKS && !(keyed && columns.has(Column.STATE))) {
      return new TableRole(Kind.RISKS, columns, "");
    }
    String objection =
        hasOnlyNumbers(document, table, said, columns)
            ? "it counts tasks and names none"
            : objection(titles, said, columns, section, words);
    boolean tasks = objection.isEmpty() && areTasks(said, columns, grouped);
    return tasks
        ? new TableRole(Kind.TASKS, columns, "")
        : new TableRole(Kind.OTHER, columns, objection.isEmpty() ? missing(columns) : objection);
  }

  private static boolean areTasks(List<Column> said, Columns columns, boolean grouped) {
    boolean named = said.contains(Column.TASK);
    boolean ofTasks = OF_TASKS.stream().anyMatch(columns::has);
    if (columns.has(Column.KEY)) {
      return columns.has(Column.STATE)
          || ((named || grouped || columns.hasText()) && ofTasks)
          || (named && grouped);
    }
    if (!columns.has(Column.TEXT)) {
      return false;
    }
    return columns.has(Column.STATE) ? said.contains(Column.STATE) : named && (ofTasks || grouped);
  }

  /** From one task to another, and not from one day or place to another. */
  private static boolean joinsKeys(Document document, Table table, Columns columns) {
    return table.rows().stream()
        .anyMatch(
            row ->
                isKey(document, columns.cell(row, Column.FROM))
                    && isKey(document, columns.cell(row, Column.TO)));
  }

  private static boolean isKey(Document document, @Nullable Span cell) {
    return cell != null
        && KeyCell.whole(document, cell).filter(key -> KeyCell.isStrong(key.key())).isPresent();
  }

  /** A column "Stories" that holds 28, 22 and 60. */
  private static boolean hasOnlyNumbers(
      Document document, Table table, List<Column> said, Columns columns) {
    int tasks =
        Math.max(columns.meanings().indexOf(Column.TEXT), columns.meanings().indexOf(Column.TASK));
    return tasks >= 0
        && !said.contains(Column.KEY)
        && !said.contains(Column.TEXT)
        && !table.rows().isEmpty()
        && table.rows().stream()
            .map(row -> row.cells().size() > tasks ? document.words(row.cells().get(tasks)) : "")
            .allMatch(cell -> !cell.isEmpty() && cell.codePoints().noneMatch(Character::isLetter));
  }

  private static String objection(
      List<String> titles, List<Column> said, Columns columns, Section section, Vocabulary words) {
    boolean named = said.contains(Column.TASK) || said.contains(Column.KEY);
    int first = !said.isEmpty() && said.getFirst() == Column.NUMBER && said.size() > 1 ? 1 : 0;
    if (!titles.isEmpty() && columns.meanings().get(first) == Column.NO_TASK && !named) {
      return "it is about \"" + titles.get(first) + "\"";
    }
    if (said.stream().filter(one -> one == Column.NO_TASK).count() > 1
        && !columns.has(Column.KEY)) {
      return "its columns are not those of tasks";
    }
    long counted =
        titles.stream()
            .filter(title -> words.state(title).isPresent())
            .filter(title -> words.column(title) != Column.STATE)
            .count();
    if (counted > 1) {
      return "it counts tasks by their states";
    }
    if (section == Section.ASIDE) {
      return "it stands under a heading of meetings and their actions";
    }
    boolean dependencyFirst = !said.isEmpty() && said.getFirst() == Column.DEPENDS_ON;
    return dependencyFirst ? "it lists dependencies and no tasks" : "";
  }

  private static String missing(Columns columns) {
    return columns.has(Column.KEY)
        ? "it has keys, but neither states nor owners nor dependencies"
        : "it has no columns of a key and a state";
  }
}
