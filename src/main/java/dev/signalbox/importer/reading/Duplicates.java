package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds keys that stand in two rows: the same twice is one task, two contents are a question. */
final class Duplicates {

  private final Account account;

  Duplicates(Account account) {
    this.account = account;
  }

  List<Task> resolve(List<Task> tasks) {
    Map<TaskKey, Task> first = new LinkedHashMap<>();
    for (Task task : tasks) {
      Task other = first.putIfAbsent(task.key().value(), task);
      if (other != null) {
        report(task, other);
      }
    }
    return new ArrayList<>(first.values());
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
