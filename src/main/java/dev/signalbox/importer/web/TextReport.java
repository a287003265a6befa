package dev.signalbox.importer.web;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.importer.ImportReport.Elsewhere;
import dev.signalbox.importer.ImportReport.TaskLine;
import dev.signalbox.importer.ImportSummary;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as lines of text for the log of a CI run: the first says {@code exit: N}, the last sums
 * up for people.
 */
final class TextReport {

  private static final int MOST = 400;

  private final List<String> lines = new ArrayList<>();
  private int left;

  private TextReport() {}

  static String of(ImportSummary summary) {
    TextReport text = new TextReport();
    summary.reports().forEach(text::add);
    List<String> all = new ArrayList<>();
    all.add("exit: " + summary.exitCode());
    all.addAll(text.lines);
    if (text.left > 0) {
      all.add("... and " + text.left + " more lines; the report as JSON has all");
    }
    all.add(summary.summary());
    return String.join("\n", all) + "\n";
  }

  private void add(ImportReport report) {
    String name = report.name().isEmpty() ? "document" : report.name();
    String outcome = report.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    line(name + " -> sprint " + report.sprint().key() + ": " + outcome + ". " + report.message());
    report.problems().forEach(this::odd);
    for (Conflict conflict : report.conflicts()) {
      line(
          "  conflict %s: here \"%s\", document \"%s\""
              .formatted(conflict.id(), conflict.here(), conflict.document()));
    }
    for (TaskLine task : report.tasks()) {
      if (task.change() == Change.ADDED) {
        line("  added " + task.key() + " " + task.state());
      }
      for (Difference one : task.differences()) {
        if (!one.conflict()) {
          line(
              "  changed %s %s: \"%s\" -> \"%s\""
                  .formatted(task.key(), one.field(), one.here(), one.document()));
        }
      }
    }
    report.noLongerInDocument().forEach(key -> line("  no longer in plan: " + key));
    for (Elsewhere one : report.elsewhere()) {
      line("  " + one.task() + " is in sprint " + one.sprint() + " and stays as it is there");
    }
    for (Contradiction one : report.contradictions()) {
      line("  contradiction" + at(one.place()) + ": " + one.task() + " " + one.words());
    }
    report.oddities().forEach(this::odd);
  }

  private void odd(Oddity odd) {
    String kind = odd.severity().name().toLowerCase(Locale.ROOT);
    line("  " + kind + at(odd.place()) + " " + odd.code() + ": " + odd.words());
  }

  private static String at(Place place) {
    String file = place.file() == null ? "" : place.file() + ":";
    return " at " + file + place.line() + ":" + place.column();
  }

  private void line(String words) {
    if (lines.size() < MOST) {
      lines.add(words.replaceAll("\\s+$", "").replaceAll("[\\r\\n]+", " "));
    } else {
      left++;
    }
  }
}
