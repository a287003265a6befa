package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys that stand in two rows. In one table the same twice is one task, and two contents are
 * a question; of two tables, the one that tells more of its tasks counts.
 */
final class Duplicates {

  private final Account account;
  private final Map<TaskKey, Task> first = new LinkedHashMap<>();
  private final Map<TaskKey, TableTasks> from = new HashMap<>();
  private final List<Contradiction> contradictions = new ArrayList<>();

  Duplicates(Account account) {
    this.account = account;
  }

  /** Each task once, in the order of the text. */
  List<Task> resolve(List<TableTasks> tables) {
    List<TableTasks> telling = new ArrayList<>(tables);
    telling.sort(Comparator.comparingInt((TableTasks one) -> one.columns().told()).reversed());
    for (TableTasks table : telling) {
      List<Task> again = new ArrayList<>();
      for (Task task : table.tasks()) {
        TaskKey key = task.key().value();
        Task other = first.putIfAbsent(key, task);
        if (other == null) {
          from.put(key, table);
        } else if (table.equals(from.get(key))) {
          report(task, other);
        } else {
          again.add(task);
          compare(task, other, table.columns().has(Column.STATE));
        }
      }
      reportAgain(table, again);
    }
    List<Task> all = new ArrayList<>(first.values());
    all.sort(Comparator.comparingInt(task -> task.key().place().offset()));
    return all;
  }

  /** States that one table gives a task and another one does not. */
  List<Contradiction> contradictions() {
    return List.copyOf(contradictions);
  }

  private void compare(Task task, Task other, boolean says) {
    boolean known =
        contradictions.stream().anyMatch(one -> one.task().equals(task.key().value().value()));
    if (says && !known && task.state().value() != other.state().value()) {
      contradictions.add(
          new Contradiction(
              task.key().value().value(),
              "TABLE",
              "A second table says "
                  + task.state().value()
                  + " ("
                  + task.state().place()
                  + "), the table that tells most says "
                  + other.state().value()
                  + " ("
                  + other.state().place()
                  + ").",
              task.state().place(),
              account.document().shown(task.state().span())));
    }
  }

  private void reportAgain(TableTasks table, List<Task> again) {
    if (again.isEmpty()) {
      return;
    }
    String keys =
        again.stream()
            .map(task -> task.key().value().value())
            .distinct()
            .limit(10)
            .collect(Collectors.joining(", "));
    account.report(
        OddityCode.TASK_IN_TWO_TABLES,
        table.table().header().span(),
        again.size()
            + " rows of this table speak of tasks that another table tells more of ("
            + keys
            + "); they are no new tasks.");
  }

  private void report(Task task, Task other) {
    boolean same = content(task).equals(content(other));
    Place at = task.key().place();
    String key = task.key().value().value();
    account.report(
        same ? OddityCode.REPEATED_TASK : OddityCode.DUPLICATE_TASK,
        new Span(at.offset(), at.offset() + key.length()),
        same
            ? key + " stands here again, as at " + other.key().place() + "; it is one task."
            : key
                + " stands at "
                + other.key().place()
                + " and at "
                + at
                + " with two contents;"
                + " which one counts is for people to say.");
  }

  private static List<@Nullable Object> content(Task task) {
    List<@Nullable Object> content = new ArrayList<>();
    content.add(task.text().value());
    content.add(task.state().value());
    content.add(task.stateDate() == null ? null : task.stateDate().value());
    content.add(task.owners().stream().map(Read::value).toList());
    content.add(task.dependsOn().stream().map(Read::value).toList());
    content.add(task.source().value());
    return content;
  }
}
