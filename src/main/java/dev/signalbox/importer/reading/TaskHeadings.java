package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.Outline.Context;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Decides which headings are tasks: those with a key and a state or a field or others like them,
 * and those with a known state in a line below and one more field. A heading above tasks is their
 * group.
 */
final class TaskHeadings {

  private static final int FIELDS_WITHOUT_KEY = 2;

  private final Document document;
  private final Vocabulary words;
  private final List<Block> blocks;
  private final List<Context> contexts;
  private final List<TaskLine> lines;
  private final KeyForms keys;
  private final BitSet rows;

  TaskHeadings(
      Document document,
      Vocabulary words,
      List<Block> blocks,
      List<Context> contexts,
      List<TaskLine> lines,
      KeyForms keys,
      BitSet rows) {
    this.document = document;
    this.words = words;
    this.blocks = blocks;
    this.contexts = contexts;
    this.lines = lines;
    this.keys = keys;
    this.rows = rows;
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Heading heading) {
        Candidate candidate = candidate(heading, i);
        if (isTask(candidate)) {
          found.add(candidate);
        }
      }
    }
    List<Candidate> tasks = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      boolean group = i + 1 < found.size() && found.get(i + 1).block() < found.get(i).end();
      if (!group && !holdsKeyedStates(found.get(i))) {
        tasks.add(found.get(i));
      }
    }
    return tasks;
  }

  private Candidate candidate(Block.Heading heading, int block) {
    Fields fields = new Fields(document, words);
    int end = block + 1;
    boolean ownLines = true;
    while (end < blocks.size() && !endsAt(heading, blocks.get(end))) {
      Block part = blocks.get(end);
      ownLines &= !(part instanceof Block.Heading);
      if (ownLines) {
        field(fields, end);
      } else if (part instanceof Block.Heading below) {
        section(fields, below, end);
      }
      end++;
    }
    Span region = new Span(heading.span().from(), blocks.get(end - 1).span().to());
    return new Candidate(
        Carrier.HEADING, block, end, lines.get(block), contexts.get(block), fields, region);
  }

  private static boolean endsAt(Block.Heading heading, Block block) {
    return block instanceof Block.Heading next && next.level() <= heading.level();
  }

  private void field(Fields fields, int i) {
    boolean text = blocks.get(i) instanceof Block.Text;
    boolean item = blocks.get(i) instanceof Block.Item entry && entry.box() == null;
    if ((!text && !item) || contexts.get(i).parent() >= 0) {
      return;
    }
    Fields.Label label = fields.read(blocks.get(i).span());
    if (label != null && label.column() != Column.UNKNOWN && label.value().isEmpty()) {
      list(fields, label.column(), i);
    }
  }

  /** {@code ##### Dependencies} with a list below it. */
  private void section(Fields fields, Block.Heading below, int i) {
    Column column = words.column(document.words(below.title()));
    if (column == Column.DEPENDS_ON || column == Column.STATE || column == Column.OWNERS) {
      list(fields, column, i);
    }
  }

  /** The list below a label is its value. */
  private void list(Fields fields, Column column, int label) {
    int end = label + 1;
    int depth = blocks.get(label) instanceof Block.Item item ? item.depth() : 0;
    while (end < blocks.size()
        && blocks.get(end) instanceof Block.Item item
        && item.depth() > depth) {
      end++;
    }
    if (end > label + 1) {
      fields.put(
          column, new Span(blocks.get(label + 1).span().from(), blocks.get(end - 1).span().to()));
    }
  }

  private boolean isTask(Candidate heading) {
    TaskLine line = heading.line();
    Read<TaskKey> key = line.key();
    if (heading.context().legend() || heading.context().criteria()) {
      return false;
    }
    if (key != null) {
      return line.state() != null || heading.fields().count() > 0 || keys.isOneOfMany(key.value());
    }
    Span state = heading.fields().get(Column.STATE);
    return state != null
        && heading.fields().count() >= FIELDS_WITHOUT_KEY
        && new Badges(document, words)
            .of(state, new dev.signalbox.importer.layout.Account(document))
            .isPresent();
  }

  private boolean holdsRows(Span table) {
    int row = rows.nextSetBit(table.from());
    return row >= 0 && row < table.to();
  }

  /** Whether bullets or rows below are tasks of their own, with keys. */
  private boolean holdsKeyedStates(Candidate heading) {
    for (int i = heading.block() + 1; i < heading.end(); i++) {
      TaskLine line = lines.get(i);
      Read<TaskState> state = line.state();
      Read<TaskKey> key = line.key();
      Read<TaskKey> own = heading.line().key();
      boolean other = key != null && own != null && !key.value().equals(own.value());
      if (blocks.get(i) instanceof Block.Item item
          && item.box() == null
          && other
          && state != null) {
        return true;
      }
      if (blocks.get(i) instanceof Block.Table table
          && holdsRows(table.span())) {
        return true;
      }
    }
    return false;
  }
}
