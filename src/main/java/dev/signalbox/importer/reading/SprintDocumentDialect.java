package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.FlatLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sprint document: numbered heading, task table, execution log, decisions and risks. It may have
 * lost all its line breaks; the same plan comes out.
 */
public final class SprintDocumentDialect implements Dialect {

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+Sprint\\s+[\\p{L}\\p{N}]");

  private final Vocabulary words = English.WORDS;

  @Override
  public String name() {
    return "sprint-document";
  }

  @Override
  public Confidence confidence(Document document) {
    Account account = new Account(document);
    List<String> why = new ArrayList<>();
    int percent = 0;
    if (HEADING.matcher(document.text()).find()) {
      percent += 45;
      why.add("a numbered sprint heading");
    }
    List<Block> blocks = new FlatLayout(account, words.hints()).blocks();
    if (blocks.stream().anyMatch(block -> isTaskTable(document, block))) {
      percent += 40;
      why.add("a task table");
    }
    for (Section section : List.of(Section.LOG, Section.RISKS)) {
      if (percent > 0 && blocks.stream().anyMatch(block -> opens(document, block, section))) {
        percent += section == Section.LOG ? 10 : 5;
        why.add(section == Section.LOG ? "an execution log" : "decisions and risks");
      }
    }
    return percent == 0 ? Confidence.NONE : new Confidence(percent, String.join(", ", why));
  }

  private boolean isTaskTable(Document document, Block block) {
    return block instanceof Block.Table table
        && Columns.of(document, table.header(), words).areTasks();
  }

  private boolean opens(Document document, Block block, Section section) {
    return block instanceof Block.Heading heading
        && words.section(document.words(heading.title())) == section;
  }

  @Override
  public ParsedPlan read(Document document) {
    Account account = new Account(document);
    List<Block> blocks = new FlatLayout(account, words.hints()).blocks();
    return new PlanAssembler(account, words).assemble(blocks, true);
  }
}
