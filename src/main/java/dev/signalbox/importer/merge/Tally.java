package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.BlockerLine;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Counts;
import dev.signalbox.importer.ImportReport.TaskLine;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode.Severity;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.plan.TaskState;
import java.util.List;
import java.util.function.Predicate;

/** Counts what a report tells. */
record Tally(Draft draft, List<TaskLine> tasks, List<BlockerLine> blockers, int duplicates) {

  Counts counts() {
    ParsedPlan plan = draft.reading().plan();
    return new Counts(
        tasks.size(),
        in(TaskState.TODO),
        in(TaskState.DOING),
        in(TaskState.BLOCKED),
        in(TaskState.DONE),
        in(TaskState.CANCELLED),
        count(tasks, task -> task.state() == TaskState.BLOCKED && task.stateDate() == null),
        draft.said().externals().size(),
        (int) blockers.stream().map(BlockerLine::task).distinct().count(),
        blockers.size(),
        plan.log().size(),
        count(plan.log(), LogRow::repeated),
        count(plan.log(), LogRow::stranded),
        plan.risks().size(),
        of(Change.ADDED),
        of(Change.CHANGED),
        of(Change.LEFT),
        draft.edit().absent().size(),
        of(Change.ELSEWHERE),
        draft.conflicts().size(),
        draft.contradictions().size(),
        count(draft.oddities(), odd -> odd.severity() == Severity.ASK),
        duplicates,
        count(draft.oddities(), Predicate.not(Oddity::isFatal)),
        count(draft.oddities(), Oddity::isFatal));
  }

  private int in(TaskState state) {
    return count(tasks, task -> task.state() == state);
  }

  private int of(Change change) {
    return count(tasks, task -> task.change() == change);
  }

  private static <T> int count(List<T> list, Predicate<T> which) {
    return (int) list.stream().filter(which).count();
  }
}
