package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.BlockerLine;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Counts;
import dev.signalbox.importer.ImportReport.DialectLine;
import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.importer.ImportReport.ExternalLine;
import dev.signalbox.importer.ImportReport.LogLine;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.ImportReport.RiskLine;
import dev.signalbox.importer.ImportReport.SprintLine;
import dev.signalbox.importer.ImportReport.TaskLine;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.importer.merge.TaskMerge.Merged;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the report of a draft. */
public final class Reports {

  private final SubmittedDocument document;
  private final Draft draft;

  public Reports(SubmittedDocument document, Draft draft) {
    this.document = document;
    this.draft = draft;
  }

  /** The report, as the outcome wants it. */
  public ImportReport write(@Nullable Long id, Outcome outcome, String message, long planVersion) {
    ParsedPlan plan = draft.reading().plan();
    PlanEdit.SprintText sprint = draft.said().sprint();
    List<TaskLine> tasks = tasks(plan);
    List<BlockerLine> blockers = blockers(plan);
    return new ImportReport(
        id,
        outcome,
        message,
        document.name(),
        document.digest(),
        document.size(),
        draft.reading().dialect(),
        draft.reading().confidence().percent(),
        draft.reading().considered().stream()
            .map(c -> new DialectLine(c.dialect(), c.confidence().percent(), c.confidence().why()))
            .toList(),
        new SprintLine(
            sprint.key(), sprint.title(), sprint.section(), sprint.summary(), sprint.dependsOn()),
        counts(plan, tasks, blockers),
        tasks,
        draft.said().externals().stream().map(e -> new ExternalLine(e.key(), e.text())).toList(),
        blockers,
        plan.log().stream().map(Reports::line).toList(),
        plan.risks().stream().map(risk -> new RiskLine(risk.text(), risk.place())).toList(),
        draft.contradictions(),
        draft.merge().vanished(),
        draft.oddities().stream().filter(Predicate.not(Oddity::isFatal)).toList(),
        draft.oddities().stream().filter(Oddity::isFatal).toList(),
        planVersion);
  }

  private static LogLine line(LogRow row) {
    return new LogLine(
        row.on(), row.text(), row.owner(), row.repeated(), row.stranded(), row.place());
  }

  private List<TaskLine> tasks(ParsedPlan plan) {
    List<TaskLine> lines = new ArrayList<>();
    for (int i = 0; i < plan.tasks().size(); i++) {
      ParsedPlan.Task task = plan.tasks().get(i);
      Merged merged = draft.merge().tasks().get(i);
      PlanEdit.TaskText said = draft.said().tasks().get(i);
      lines.add(
          new TaskLine(
              said.key().value(),
              said.state(),
              said.stateDate(),
              change(merged),
              merged.differences(),
              task.key().place()));
    }
    return List.copyOf(lines);
  }

  private static Change change(Merged merged) {
    if (merged.isNew()) {
      return Change.ADDED;
    }
    boolean changed = merged.differences().stream().anyMatch(Predicate.not(Difference::conflict));
    return changed ? Change.CHANGED : Change.LEFT;
  }

  private List<BlockerLine> blockers(ParsedPlan plan) {
    List<BlockerLine> lines = new ArrayList<>();
    for (int i = 0; i < plan.tasks().size(); i++) {
      ParsedPlan.Task task = plan.tasks().get(i);
      for (PlanEdit.BlockerText blocker : draft.said().tasks().get(i).blockers()) {
        lines.add(
            new BlockerLine(
                task.key().value().value(),
                blocker.kind(),
                blocker.reason(),
                blocker.awaits(),
                blocker.since(),
                task.text().place()));
      }
    }
    return List.copyOf(lines);
  }

  private Counts counts(ParsedPlan plan, List<TaskLine> tasks, List<BlockerLine> blockers) {
    List<Difference> differences = tasks.stream().flatMap(t -> t.differences().stream()).toList();
    return new Counts(
        tasks.size(),
        count(tasks, task -> task.state() == TaskState.TODO),
        count(tasks, task -> task.state() == TaskState.DOING),
        count(tasks, task -> task.state() == TaskState.BLOCKED),
        count(tasks, task -> task.state() == TaskState.DONE),
        count(tasks, task -> task.state() == TaskState.CANCELLED),
        count(tasks, task -> task.state() == TaskState.BLOCKED && task.stateDate() == null),
        draft.said().externals().size(),
        (int) blockers.stream().map(BlockerLine::task).distinct().count(),
        blockers.size(),
        plan.log().size(),
        count(plan.log(), LogRow::repeated),
        count(plan.log(), LogRow::stranded),
        plan.risks().size(),
        count(tasks, task -> task.change() == Change.ADDED),
        count(tasks, task -> task.change() == Change.CHANGED),
        count(tasks, task -> task.change() == Change.LEFT),
        count(differences, Difference::conflict),
        draft.contradictions().size(),
        count(draft.oddities(), Predicate.not(Oddity::isFatal)),
        count(draft.oddities(), Oddity::isFatal));
  }

  private static <T> int count(List<T> list, Predicate<T> which) {
    return (int) list.stream().filter(which).count();
  }
}
