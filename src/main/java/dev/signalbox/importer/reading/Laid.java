package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.FlatLayout;
import dev.signalbox.importer.layout.MarkdownLayout;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as its dialects look at it: what more than one of them needs is made once, and only if
 * somebody asks. For one thread.
 */
final class Laid {

  private static final Vocabulary WORDS = Languages.ALL;

  private final Document document;
  private @Nullable Layout markdown;
  private @Nullable Layout flat;
  private @Nullable ParsedPlan tables;
  private @Nullable BitSet rows;
  private @Nullable TaskGround ground;
  private TaskFinder.@Nullable Found found;

  Laid(Document document) {
    this.document = document;
  }

  /**
   * The blocks of a layout.
   *
   * @param account with what the layout claimed; the reader's own
   */
  record Layout(Account account, List<Block> blocks) {

    private Layout mine() {
      return new Layout(account.copy(), blocks);
    }
  }

  Document document() {
    return document;
  }

  /** The blocks by CommonMark. */
  Layout markdown() {
    Layout made = markdown;
    if (made == null) {
      Account account = new Account(document);
      made = new Layout(account, List.copyOf(new MarkdownLayout(account).blocks()));
      markdown = made;
    }
    return made.mine();
  }

  /** The blocks of a document that may have lost its line breaks. */
  Layout flat() {
    Layout made = flat;
    if (made == null) {
      Account account = new Account(document);
      made = new Layout(account, List.copyOf(new FlatLayout(account, WORDS.hints()).blocks()));
      flat = made;
    }
    return made.mine();
  }

  /** The plan that its Markdown tables make. */
  ParsedPlan tables() {
    ParsedPlan made = tables;
    if (made == null) {
      Layout layout = markdown();
      made = new PlanAssembler(layout.account(), WORDS).assemble(layout.blocks(), false);
      tables = made;
    }
    return made;
  }

  /** Where the tasks of tables stand. */
  BitSet rows() {
    BitSet made = rows;
    if (made == null) {
      made = new BitSet();
      if (markdown().blocks().stream().anyMatch(Block.Table.class::isInstance)) {
        for (ParsedPlan.Task task : tables().tasks()) {
          made.set(task.text().place().offset());
        }
      }
      rows = made;
    }
    return (BitSet) made.clone();
  }

  /** What is known of its blocks before tasks are looked for. */
  TaskGround ground() {
    TaskGround made = ground;
    if (made == null) {
      made = new TaskGround(document, markdown().blocks(), WORDS);
      ground = made;
    }
    return made;
  }

  /** The tasks beside tables, however they are written. */
  TaskFinder.Found found() {
    TaskFinder.Found made = found;
    if (made == null) {
      made = TaskFinder.find(ground(), EnumSet.allOf(Carrier.class), rows());
      found = made;
    }
    return made;
  }
}
