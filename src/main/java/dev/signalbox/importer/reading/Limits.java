package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.importer.reading.ParsedPlan.Risk;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.List;

/** The bounds of what one document may bring. */
final class Limits {

  static final int TASKS = 10_000;
  private static final int ROWS = 20_000;
  private static final int WORDS = 10_000;
  private static final int NAME = 200;
  private static final int NAMES = 200;

  private final Account account;

  Limits(Account account) {
    this.account = account;
  }

  void check(List<Task> tasks, List<LogRow> log, List<Risk> risks) {
    for (Task task : tasks) {
      length(task.text().value(), WORDS, task.text().place());
      length(task.source().value(), NAME, task.source().place());
      task.owners().forEach(owner -> length(owner.value(), NAME, owner.place()));
      task.dependsOn().forEach(key -> length(key.value(), NAME, key.place()));
      count(task.owners().size(), NAMES, "owners of one task", task.key().place());
      count(task.dependsOn().size(), NAMES, "dependencies of one task", task.key().place());
    }
    log.forEach(row -> length(row.text(), WORDS, row.place()));
    log.forEach(row -> length(row.owner(), NAME, row.place()));
    risks.forEach(risk -> length(risk.text(), WORDS, risk.place()));
    Place start = account.document().place(0);
    count(tasks.size(), TASKS, "tasks", start);
    count(log.size(), ROWS, "log rows", start);
    count(risks.size(), ROWS, "risks", start);
  }

  private void length(String text, int limit, Place place) {
    if (text.length() > limit) {
      report(
          OddityCode.TOO_LONG,
          place,
          "This is " + text.length() + " characters long; " + limit + " are the limit.");
    }
  }

  private void count(int count, int limit, String what, Place place) {
    if (count > limit) {
      report(
          OddityCode.TOO_MANY,
          place,
          "These are " + count + " " + what + "; " + limit + " are the limit.");
    }
  }

  private void report(OddityCode code, Place place, String words) {
    int end = Math.min(place.offset() + 1, account.document().length());
    account.report(code, new Span(Math.min(place.offset(), end), end), words);
  }
}
