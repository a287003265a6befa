package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What headings, lists and summaries of a document say of states, held against its tables: a
 * heading per task, a heading over a table, "Status: complete", "Total tasks: 12".
 */
final class StateTalk {

  private static final Pattern STATUS =
      Pattern.compile(
          "(?imu)^[\\s*_>-]{0,8}(?:overall |project |sprint |current |gesamt|plan )?(?:status|state|estado|statut|\u00e9tat|\u0441\u0442\u0430\u0442\u0443\u0441|\u72b6\u6001|\u603b\u4f53\u72b6\u6001)[*_\\s]{0,4}[:\uff1a][*_\\s]{0,4}(.{1,120})$");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)\\btotal (?:number of )?tasks[*_\\s]{0,4}[:=][*_\\s]{0,4}(\\d{1,6})\\b");
  private static final Pattern LAST_PART = Pattern.compile("[()\\[\\]\u2013\u2014:|,]|\\s-\\s");
  private static final int LONGEST = 400;

  private final Document document;
  private final StateWords states;
  private final Map<String, Task> tasks = new HashMap<>();
  private final List<Contradiction> found = new ArrayList<>();

  StateTalk(Document document, StateWords states, List<Task> tasks) {
    this.document = document;
    this.states = states;
    tasks.forEach(task -> this.tasks.put(task.key().value().value(), task));
  }

  List<Contradiction> contradictions() {
    return List.copyOf(found);
  }

  /** Looks through all blocks; {@code tables} tells the tasks of each table that was read. */
  void compare(List<Block> blocks, List<TableTasks> tables) {
    List<Block.Heading> open = new ArrayList<>();
    boolean front = true;
    for (Block block : blocks) {
      switch (block) {
        case Block.Heading heading -> {
          while (!open.isEmpty() && open.getLast().level() >= heading.level()) {
            open.removeLast();
          }
          front &= open.isEmpty();
          open.add(heading);
          compareOne(heading.title(), "HEADING", "The heading");
        }
        case Block.Item item -> compareOne(item.span(), "LIST", "A list");
        case Block.Table table -> {
          front = false;
          compareTable(table, tables, open);
        }
        case Block.Text text when text.span().length() < 10 * LONGEST -> compareText(text, front);
        default -> {}
      }
    }
  }

  /** A heading or an entry that begins with a task's key and ends with a state. */
  private void compareOne(Span span, String source, String who) {
    if (span.length() > LONGEST) {
      return;
    }
    Task task = KeyCell.leading(document, span).map(key -> tasks.get(key.key())).orElse(null);
    TaskState said = task == null ? null : ending(document.raw(span)).orElse(null);
    if (task != null && said != null && said != task.state().value()) {
      add(task, source, who + " says " + said, span);
    }
  }

  /** A heading that ends its table's tasks, over a table where some are open. */
  private void compareTable(Block.Table table, List<TableTasks> tables, List<Block.Heading> open) {
    for (TableTasks one : tables) {
      if (!one.table().span().equals(table.span()) || !one.columns().has(Column.STATE)) {
        continue;
      }
      for (Block.Heading heading : open) {
        TaskState said = ending(document.raw(heading.title())).orElse(null);
        if (said == null || !said.isEnded()) {
          continue;
        }
        for (Task task : one.tasks()) {
          if (!task.state().value().isEnded()) {
            add(task, "HEADING", "The heading above says " + said, heading.title());
          }
        }
      }
    }
  }

  private void compareText(Block.Text text, boolean front) {
    String raw = document.raw(text.span());
    Matcher status = STATUS.matcher(raw);
    boolean whole =
        status.find()
            && (front || status.group().toLowerCase(java.util.Locale.ROOT).contains("overall"));
    if (whole) {
      compareStatus(status.group(1), text.span());
    }
    Matcher total = TOTAL.matcher(raw);
    if (total.find()) {
      compareTotal(total.group(1), text.span());
    }
  }

  private void compareStatus(String words, Span span) {
    TaskState said =
        states
            .leading(words)
            .or(() -> states.anywhere(words))
            .map(StateWords.Hit::state)
            .orElse(null);
    long open = tasks.values().stream().filter(task -> !task.state().value().isEnded()).count();
    long begun =
        tasks.values().stream().filter(task -> task.state().value() != TaskState.TODO).count();
    if (said == TaskState.DONE && open > 0) {
      add(
          null,
          "TITLE",
          "The document says that it is done, but " + open + " tasks are open",
          span);
    } else if (said == TaskState.TODO && begun == tasks.size() && begun > 0 && open == 0) {
      add(null, "TITLE", "The document says that nothing is begun, but all tasks are done", span);
    }
  }

  private void compareTotal(String number, Span span) {
    if (Integer.parseInt(number) != tasks.size()) {
      add(
          null,
          "TITLE",
          "The document counts " + number + " tasks, its tables hold " + tasks.size(),
          span);
    }
  }

  /** The state that the last part of a line is. */
  private Optional<TaskState> ending(String line) {
    String last = "";
    for (String part : LAST_PART.split(line, -1)) {
      int from = 0;
      for (int at = 0; at < part.length(); at += Character.charCount(part.codePointAt(at))) {
        if (Symbols.isSymbol(part.codePointAt(at))) {
          from = at + Character.charCount(part.codePointAt(at));
        }
      }
      String words = part.substring(from);
      last = Vocabulary.plain(words).isEmpty() ? last : words;
    }
    return states.whole(last);
  }

  private void add(@Nullable Task task, String source, String says, Span span) {
    Place place = document.place(span.from());
    String table =
        task == null
            ? "."
            : ", the table says " + task.state().value() + " (" + task.state().place() + ").";
    found.add(
        new Contradiction(
            task == null ? "" : task.key().value().value(),
            source,
            says + " (" + place + ")" + table,
            place,
            document.shown(span)));
  }
}
