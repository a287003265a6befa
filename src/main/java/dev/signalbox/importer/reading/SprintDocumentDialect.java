package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A sprint document: numbered heading, task table, execution log, decisions and risks. It may have
 * lost all its line breaks; the same plan comes out.
 */
public final class SprintDocumentDialect implements Dialect {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "#{1,6}\\s+Sprint\\s+\\p{L}{0,9}\\p{N}[\\p{L}\\p{N}._-]{0,30}(?:\\s+[-\u2013\u2014\u00b7]|:)\\s");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+Sprint\\s+[\\p{L}\\p{N}]");

  private final Vocabulary words = Languages.ALL;

  @Override
  public String name() {
    return "sprint-document";
  }

  @Override
  public Confidence confidence(Laid laid) {
    Document document = laid.document();
    List<Block> blocks = laid.flat().blocks();
    PlanTables tables =
        new PlanTables(new Account(document), words, Legend.NONE, new DerivedKeys());
    tables.look(blocks);
    List<Block.Table> found = tables.all(TableRole.Kind.TASKS);
    Map<String, Integer> signs = new LinkedHashMap<>();
    if (NUMBERED.matcher(document.text()).find()) {
      signs.put("a numbered sprint heading", 40);
    } else if (HEADING.matcher(document.text()).find()) {
      signs.put("a sprint's heading", 20);
    }
    if (!found.isEmpty()) {
      signs.put("a task table", 20);
    }
    if (found.stream().anyMatch(table -> tables.role(table).columns().ownersWithSource())) {
      signs.put("owners with sources", 15);
    }
    if (!signs.isEmpty() && opens(document, blocks, Section.LOG)) {
      signs.put("an execution log", 15);
    }
    if (!signs.isEmpty() && opens(document, blocks, Section.RISKS)) {
      signs.put("decisions and risks", 10);
    }
    int percent = signs.values().stream().mapToInt(Integer::intValue).sum();
    return percent == 0
        ? Confidence.NONE
        : new Confidence(percent, String.join(", ", signs.keySet()));
  }

  private boolean opens(Document document, List<Block> blocks, Section section) {
    return blocks.stream()
        .anyMatch(
            block ->
                block instanceof Block.Heading heading
                    && words.section(document.words(heading.title())) == section);
  }

  @Override
  public ParsedPlan read(Laid document) {
    Laid.Layout layout = document.flat();
    return new PlanAssembler(layout.account(), words).assemble(layout.blocks(), true);
  }
}
