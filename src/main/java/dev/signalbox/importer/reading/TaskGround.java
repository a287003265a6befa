package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.Outline.Context;
import java.util.List;

/**
 * What is known of a document's blocks before anybody decides which of them are tasks: where each
 * stands, and what its line says as one. Read once, however often tasks are looked for on it.
 */
final class TaskGround {

  private final Document document;
  private final Vocabulary words;
  private final List<Block> blocks;
  private final List<Context> contexts;
  private final List<TaskLine> lines;
  private final Signs signs;
  private final KeyForms keys;

  TaskGround(Document document, List<Block> blocks, Vocabulary words) {
    this.document = document;
    this.words = words;
    this.blocks = blocks;
    Badges states = new Badges(document, words);
    this.contexts = Outline.of(document, states, blocks);
    this.signs = new Signs(words);
    this.keys = new KeyForms(document, words);
    learnLegends();
    TaskLines reader = new TaskLines(document, signs, states, keys);
    blocks.forEach(block -> line(reader, block));
    keys.believeOnlyFamilies();
    this.lines = blocks.stream().map(block -> line(reader, block)).toList();
  }

  Document document() {
    return document;
  }

  Vocabulary words() {
    return words;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Where each block stands, in their order. */
  List<Context> contexts() {
    return contexts;
  }

  /** What each block says as the line of a task, in their order. */
  List<TaskLine> lines() {
    return lines;
  }

  Signs signs() {
    return signs;
  }

  KeyForms keys() {
    return keys;
  }

  private void learnLegends() {
    for (int i = 0; i < blocks.size(); i++) {
      boolean words = blocks.get(i) instanceof Block.Text || blocks.get(i) instanceof Block.Item;
      Span span = blocks.get(i).span();
      String start = document.shown(new Span(span.from(), Math.min(span.to(), span.from() + 60)));
      if (words && (contexts.get(i).legend() || GroupWords.isLegend(beforeColon(start)))) {
        signs.learn(document, span);
        signs.learnBoxes(document, span);
        if (blocks.get(i) instanceof Block.Item item
            && item.box() != null
            && !item.box().isEmpty()) {
          signs.learnBox(document.text(), item.box().from(), span);
        }
      }
    }
  }

  private static String beforeColon(String line) {
    int colon = Math.max(line.indexOf(':'), line.indexOf('\uff1a'));
    return colon < 0 ? "" : line.substring(0, colon);
  }

  private TaskLine line(TaskLines reader, Block block) {
    TaskLine line =
        switch (block) {
          case Block.Heading heading -> reader.read(heading.title());
          case Block.Item item -> reader.read(item.span());
          case Block.Text text -> TaskLine.NOTHING;
          case Block.Table table -> TaskLine.NOTHING;
          case Block.StrayRow row -> TaskLine.NOTHING;
          case Block.Code code -> TaskLine.NOTHING;
          case Block.Html html -> TaskLine.NOTHING;
        };
    if (line.key() != null) {
      keys.remember(line.key().value());
    }
    return line;
  }
}
