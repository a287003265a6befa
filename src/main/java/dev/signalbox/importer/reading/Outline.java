package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where each block of a document stands: below which titles, in which bullet. */
final class Outline {

  private static final int LABEL = 7;
  private static final int LONGEST_LABEL = 120;
  private static final Pattern LABELS =
      Pattern.compile(
          "\\*\\*[^*]{1,110}\\*\\*[ \\t]{0,3}(?:[:\\uff1a]|[(\\uff08][^)\\uff09]{0,80}[)\\uff09])?"
              + "|[^:\\uff1a]{1,110}[:\\uff1a]\\**");

  private final Document document;
  private final Badges states;
  private final List<Block> blocks;
  private final List<Context> contexts = new ArrayList<>();
  private final Deque<Title> open = new ArrayDeque<>();

  /**
   * Where a block stands.
   *
   * @param path the titles above it, the outermost first, those that are states left out
   * @param state what the innermost title that is a state says; null if none is
   * @param heading the index of the innermost heading; -1 if there is none
   * @param parent the index of the bullet that it stands in; -1 if in none
   */
  record Context(
      List<String> path,
      @Nullable TaskState state,
      boolean legend,
      boolean criteria,
      boolean tasks,
      int heading,
      int parent) {}

  private record Title(
      int level,
      String words,
      @Nullable TaskState state,
      boolean legend,
      boolean criteria,
      boolean tasks,
      int index) {}

  private Outline(Document document, Badges states, List<Block> blocks) {
    this.document = document;
    this.states = states;
    this.blocks = blocks;
  }

  /** The context of each block, in the same order. */
  static List<Context> of(Document document, Badges states, List<Block> blocks) {
    return List.copyOf(new Outline(document, states, blocks).read());
  }

  private List<Context> read() {
    List<Integer> bullets = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int depth = depth(blocks.get(i));
      if (blocks.get(i) instanceof Block.Heading heading) {
        contexts.add(context(-1));
        push(heading.level(), heading.title(), i);
        bullets.clear();
        continue;
      }
      boolean item = blocks.get(i) instanceof Block.Item;
      int above = item ? depth - 1 : depth;
      while (bullets.size() > Math.max(above, 0)) {
        bullets.removeLast();
      }
      int parent = above > 0 && !bullets.isEmpty() ? bullets.getLast() : -1;
      if (depth == 0 && blocks.get(i) instanceof Block.Text text) {
        close(LABEL);
        contexts.add(context(-1));
        Span label = label(text.span());
        boolean list = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Item;
        if (!label.isEmpty() && list) {
          push(LABEL, label, i);
        }
        continue;
      }
      contexts.add(context(parent));
      if (item) {
        while (bullets.size() < depth) {
          bullets.add(i);
        }
      }
    }
    return contexts;
  }

  private static int depth(Block block) {
    return switch (block) {
      case Block.Item item -> item.depth();
      case Block.Text text -> text.depth();
      case Block.Heading heading -> 0;
      case Block.Table table -> 0;
      case Block.StrayRow row -> 0;
      case Block.Code code -> 0;
      case Block.Html html -> 0;
    };
  }

  /** The last line of a paragraph if it is a title by its form; empty if it is none. */
  private Span label(Span text) {
    int from = document.lineStart(Math.max(text.from(), text.to() - 1));
    Span line = document.trim(new Span(Math.max(from, text.from()), text.to()));
    if (line.length() > LONGEST_LABEL) {
      return new Span(text.to(), text.to());
    }
    Matcher matcher = LABELS.matcher(document.text()).region(line.from(), line.to());
    return matcher.matches() ? line : new Span(text.to(), text.to());
  }

  private void push(int level, Span title, int index) {
    close(level);
    String words = document.words(title);
    open.push(
        new Title(
            level,
            words,
            states.ofTitle(title).orElse(null),
            GroupWords.isLegend(words),
            GroupWords.areCriteria(words),
            GroupWords.areTasks(words),
            index));
  }

  private void close(int level) {
    while (!open.isEmpty() && open.element().level() >= level) {
      open.pop();
    }
  }

  private Context context(int parent) {
    List<String> path = new ArrayList<>();
    TaskState state = null;
    boolean legend = false;
    boolean criteria = false;
    int heading = -1;
    for (Title title : open) {
      if (title.state() == null) {
        path.addFirst(title.words());
      } else if (state == null) {
        state = title.state();
      }
      legend |= title.legend();
      criteria |= title.criteria();
      heading = heading < 0 && title.level() < LABEL ? title.index() : heading;
    }
    boolean tasks = !open.isEmpty() && open.element().tasks();
    return new Context(List.copyOf(path), state, legend, criteria, tasks, heading, parent);
  }
}
