package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One plan of tasks that were written in several ways. A key counts where most is said of it: in a
 * table, else in a heading, else in a bullet; what others say of its state is held against it.
 */
final class OutlinePlan {

  private final Account account;
  private final List<Told> told;

  OutlinePlan(Account account, List<Told> told) {
    this.account = account;
    this.told = told;
  }

  /**
   * A task as one place tells it.
   *
   * @param heading the index of the heading it stands below
   */
  record Told(Carrier carrier, int heading, Task task) {}

  ParsedPlan with(ParsedPlan rows) {
    Map<String, Task> tasks = new LinkedHashMap<>();
    Map<String, Told> first = new LinkedHashMap<>();
    rows.tasks().forEach(task -> tasks.put(key(task), task));
    List<Claim> claims = new ArrayList<>(rows.claims());
    List<Told> ordered = new ArrayList<>(told);
    ordered.sort(Comparator.comparing(Told::carrier));
    for (Told one : ordered) {
      Task other = tasks.putIfAbsent(key(one.task()), one.task());
      if (other == null) {
        first.put(key(one.task()), one);
      } else {
        repeat(one, other, first.get(key(one.task())), claims);
      }
    }
    List<Task> all = new ArrayList<>(tasks.values());
    if (rows.tasks().isEmpty()) {
      all.sort(Comparator.comparingInt(task -> task.key().place().offset()));
    }
    List<Task> taken = new Limits(account).tasks(all);
    return new ParsedPlan(
        rows.sprint(), taken, rows.log(), rows.risks(), List.copyOf(claims), oddities());
  }

  private List<Oddity> oddities() {
    boolean tasks = !told.isEmpty();
    return account.oddities().stream()
        .filter(odd -> !(tasks && odd.code() == OddityCode.NO_TASKS))
        .toList();
  }

  private void repeat(Told one, Task other, @Nullable Told told, List<Claim> claims) {
    Task task = one.task();
    boolean sameState = task.state().value() == other.state().value();
    boolean sameList =
        told != null && told.carrier() == one.carrier() && told.heading() == one.heading();
    Span at = new Span(task.key().place().offset(), task.key().place().offset() + 1);
    if (!sameState && sameList) {
      account.report(
          OddityCode.DUPLICATE_TASK,
          at,
          key(task)
              + " stands at "
              + other.key().place()
              + " and here with two states; which one counts is for people to say.");
      return;
    }
    account.report(
        OddityCode.REPEATED_TASK,
        at,
        key(task) + " stands here again, as at " + other.key().place() + "; it is one task.");
    claims.add(
        new Claim(
            key(task),
            task.state().value(),
            Claim.Origin.ELSEWHERE,
            null,
            task.state().place(),
            task.text().value()));
  }

  private static String key(Task task) {
    return task.key().value().value();
  }
}
