package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import java.util.List;

/** Plain Markdown with tables of tasks, their columns in any order, found by their header words. */
public final class MarkdownTableDialect implements Dialect {

  private static final int SURE_ENOUGH = 60;
  private static final int MOST_FOR_ROWS = 12;

  private final Vocabulary words = Languages.ALL;

  @Override
  public String name() {
    return "markdown-table";
  }

  @Override
  public Confidence confidence(Laid document) {
    Laid.Layout layout = document.markdown();
    PlanTables tables = new PlanTables(layout.account(), words, Legend.NONE, new DerivedKeys());
    tables.look(layout.blocks());
    List<Block.Table> found = tables.all(TableRole.Kind.TASKS);
    int rows = found.stream().mapToInt(table -> table.rows().size()).sum();
    return rows == 0
        ? Confidence.NONE
        : new Confidence(
            SURE_ENOUGH + Math.min(MOST_FOR_ROWS, rows),
            found.size() + " Markdown tables of tasks, " + rows + " rows");
  }

  @Override
  public ParsedPlan read(Laid document) {
    return document.tables();
  }
}
