package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.Outline.Context;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which headings, bullets and boxes of a document are its tasks. What stands below a task
 * is about it, so boxes there are its criteria; in a document without other tasks they are the
 * tasks.
 */
final class TaskFinder {

  private static final int GROUPS_BY_STATE = 2;

  private final Document document;
  private final Vocabulary words;
  private final List<Block> blocks;
  private final List<Context> contexts;
  private final List<TaskLine> lines;
  private final Signs signs;
  private final KeyForms keys;
  private final boolean[] owned;
  private final List<Candidate> found = new ArrayList<>();

  private TaskFinder(TaskGround ground) {
    this.document = ground.document();
    this.words = ground.words();
    this.blocks = ground.blocks();
    this.contexts = ground.contexts();
    this.lines = ground.lines();
    this.signs = ground.signs();
    this.keys = ground.keys();
    this.owned = new boolean[blocks.size()];
  }

  /** What was found, with the layout it was found in. */
  record Found(
      List<Block> blocks,
      List<Context> contexts,
      List<Candidate> tasks,
      Signs signs,
      BitSet taskBlocks,
      BitSet covered) {

    /** Whether the block of this index is a task. */
    boolean isTask(int block) {
      return taskBlocks.get(block);
    }

    /** Whether this block is a task or stands in one. */
    boolean covers(Span block) {
      return covered.get(block.from());
    }

    long count(Carrier carrier) {
      return tasks.stream().filter(task -> task.carrier() == carrier).count();
    }
  }

  /**
   * Finds the tasks.
   *
   * @param carriers what to look for
   * @param rows where tables of the document hold tasks already
   */
  static Found find(TaskGround ground, Set<Carrier> carriers, BitSet rows) {
    return new TaskFinder(ground).find(carriers, rows);
  }

  private Found find(Set<Carrier> carriers, BitSet rows) {
    if (carriers.contains(Carrier.HEADING)) {
      new TaskHeadings(document, words, blocks, contexts, lines, keys, rows)
          .find()
          .forEach(this::own);
    }
    if (carriers.contains(Carrier.BULLET)) {
      bullets();
    }
    if (carriers.contains(Carrier.BOX)) {
      boxes(!rows.isEmpty() || !found.isEmpty());
    }
    found.sort(Comparator.comparingInt(Candidate::block));
    BitSet taskBlocks = new BitSet();
    BitSet covered = new BitSet();
    for (Candidate task : found) {
      taskBlocks.set(task.block());
      covered.set(task.region().from(), task.region().to());
    }
    return new Found(blocks, contexts, List.copyOf(found), signs, taskBlocks, covered);
  }

  private void own(Candidate heading) {
    found.add(heading);
    for (int i = heading.block() + 1; i < heading.end(); i++) {
      owned[i] = true;
    }
  }

  private void bullets() {
    int keyed = 0;
    int keyless = 0;
    Set<TaskState> groups = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      TaskState group = contexts.get(i).state();
      if (isFreeBullet(i) && group != null) {
        groups.add(group);
      }
      if (isFreeBullet(i) && state(i) != null && contexts.get(i).parent() < 0) {
        keyed += lines.get(i).key() == null ? 0 : 1;
        keyless += lines.get(i).key() == null ? 1 : 0;
      }
    }
    boolean byState = groups.size() >= GROUPS_BY_STATE && keyless >= keyed;
    for (int i = 0; i < blocks.size(); i++) {
      if (isFreeBullet(i) && saysTask(i, keyed > 0, byState)) {
        add(Carrier.BULLET, i);
      }
    }
    bulletsOfUnknownState();
  }

  /** Bullets whose state is a word that nobody knows, beside bullets that are tasks. */
  private void bulletsOfUnknownState() {
    Set<Integer> groups = new HashSet<>();
    for (Candidate task : found) {
      TaskLine.How how = task.line().how();
      if (task.carrier() == Carrier.BULLET && how == TaskLine.How.BRACKETS) {
        groups.add(task.context().heading());
      }
    }
    boolean keyed = found.stream().anyMatch(task -> task.line().key() != null);
    Set<Integer> known = new HashSet<>();
    found.forEach(task -> known.add(task.block()));
    for (int i = 0; i < blocks.size(); i++) {
      boolean unread = isFreeBullet(i) && lines.get(i).unknown() != null && !known.contains(i);
      boolean sure = lines.get(i).key() != null ? keyed : isAmong(groups, i);
      if (unread && sure) {
        add(Carrier.BULLET, i);
      }
    }
  }

  private boolean isAmong(Set<Integer> groups, int i) {
    return groups.contains(contexts.get(i).heading()) && !isBelowKeyed(i);
  }

  private boolean isFreeBullet(int i) {
    Context context = contexts.get(i);
    return blocks.get(i) instanceof Block.Item item
        && item.box() == null
        && !owned[i]
        && !context.legend()
        && !context.criteria()
        && (!lines.get(i).words().isEmpty() || lines.get(i).key() != null);
  }

  private @Nullable TaskState state(int i) {
    Read<TaskState> own = lines.get(i).state();
    return own == null ? contexts.get(i).state() : own.value();
  }

  /** A key with a state, a state in brackets, a picture, or a place below the name of a state. */
  private boolean saysTask(int i, boolean anyKeyed, boolean byState) {
    TaskLine line = lines.get(i);
    if (line.key() != null) {
      return state(i) != null || contexts.get(i).tasks();
    }
    if (isBelowKeyed(i)) {
      return false;
    }
    TaskLine.How how = line.how();
    boolean explicit = how == TaskLine.How.BRACKETS || (how == TaskLine.How.WORDS && isShouted(i));
    boolean top = contexts.get(i).parent() < 0;
    return explicit
        || (how == TaskLine.How.SIGN && !anyKeyed)
        || (byState && top && contexts.get(i).state() != null && !isLabel(i));
  }

  /** {@code **DONE**: lay it} is a state, {@code **Completed**: 21 points} a sum. */
  private boolean isShouted(int i) {
    Read<TaskState> state = lines.get(i).state();
    String word = state == null ? "" : document.raw(state.span());
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean isLabel(int i) {
    String text = document.raw(blocks.get(i).span());
    return text.endsWith(":") || text.endsWith("\uff1a");
  }

  private boolean isBelowKeyed(int i) {
    for (int above = contexts.get(i).parent(); above >= 0; above = contexts.get(above).parent()) {
      if (lines.get(above).key() != null) {
        return true;
      }
    }
    return false;
  }

  private void boxes(boolean otherTasks) {
    for (int i = 0; i < blocks.size(); i++) {
      boolean box = blocks.get(i) instanceof Block.Item item && item.box() != null;
      boolean free = box && !owned[i] && !contexts.get(i).legend();
      boolean mine = !otherTasks || (!contexts.get(i).criteria() && isTaskBox(i));
      if (free && mine && !(lines.get(i).key() == null && isBelowKeyed(i))) {
        add(Carrier.BOX, i);
      }
    }
  }

  /** Beside other tasks a box is a task only if it has a key or its group says so. */
  private boolean isTaskBox(int i) {
    return lines.get(i).key() != null || contexts.get(i).tasks();
  }

  private void add(Carrier carrier, int i) {
    int end = i + 1;
    Fields fields = new Fields(document, words);
    while (end < blocks.size() && isBelow(end, i)) {
      boolean task = blocks.get(end) instanceof Block.Item item && item.box() != null;
      if (!task && contexts.get(end).parent() == i) {
        fields.read(blocks.get(end).span());
      }
      end++;
    }
    Span region = new Span(blocks.get(i).span().from(), blocks.get(end - 1).span().to());
    found.add(new Candidate(carrier, i, end, lines.get(i), contexts.get(i), fields, region));
  }

  private boolean isBelow(int block, int item) {
    int above = contexts.get(block).parent();
    while (above > item) {
      above = contexts.get(above).parent();
    }
    return above == item;
  }
}
