package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.MarkdownLayout;
import java.util.List;

/** Plain Markdown with tables of tasks, their columns in any order, found by their header words. */
public final class MarkdownTableDialect implements Dialect {

  private static final int SURE_ENOUGH = 60;

  private final Vocabulary words = English.WORDS;

  @Override
  public String name() {
    return "markdown-table";
  }

  @Override
  public Confidence confidence(Document document) {
    List<Block> blocks = new MarkdownLayout(new Account(document)).blocks();
    long tables =
        blocks.stream()
            .filter(
                block ->
                    block instanceof Block.Table table
                        && Columns.of(document, table.header(), words).areTasks())
            .count();
    return tables == 0
        ? Confidence.NONE
        : new Confidence(SURE_ENOUGH, tables + " Markdown tables of tasks");
  }

  @Override
  public ParsedPlan read(Document document) {
    Account account = new Account(document);
    List<Block> blocks = new MarkdownLayout(account).blocks();
    return new PlanAssembler(account, words).assemble(blocks, false);
  }
}
