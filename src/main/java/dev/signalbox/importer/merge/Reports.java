package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.BlockerLine;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.DialectLine;
import dev.signalbox.importer.ImportReport.ExternalLine;
import dev.signalbox.importer.ImportReport.LogLine;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.ImportReport.RiskLine;
import dev.signalbox.importer.ImportReport.SprintLine;
import dev.signalbox.importer.ImportReport.TaskLine;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.merge.TaskMerge.Merged;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the report of a draft. */
public final class Reports {

  private static final Set<OddityCode> TWICE =
      Set.of(
          OddityCode.DUPLICATE_TASK,
          OddityCode.REPEATED_TASK,
          OddityCode.TASK_IN_TWO_TABLES,
          OddityCode.REPEATED_LOG_ROW);

  private final Draft draft;
  private final ParsedPlan plan;
  private final Map<TaskKey, TaskText> said = new HashMap<>();
  private final Map<TaskKey, Merged> merged = new HashMap<>();

  public Reports(Draft draft) {
    this.draft = draft;
    this.plan = draft.reading().plan();
    draft.said().tasks().forEach(task -> said.put(task.key(), task));
    draft.merge().tasks().forEach(one -> merged.put(one.edit().key(), one));
  }

  /** The report, as the outcome wants it. */
  public ImportReport write(@Nullable Long id, Outcome outcome, String message, long planVersion) {
    PlanEdit.SprintText sprint = draft.said().sprint();
    List<TaskLine> tasks = plan.tasks().stream().map(this::line).toList();
    List<BlockerLine> blockers = blockers();
    List<Oddity> oddities =
        draft.oddities().stream().filter(Predicate.not(Oddity::isFatal)).toList();
    List<Oddity> duplicates = oddities.stream().filter(odd -> TWICE.contains(odd.code())).toList();
    return new ImportReport(
        id,
        outcome,
        message,
        !draft.isFatal() && draft.needsChoice(),
        draft.source().name(),
        Digests.of(draft.files()),
        draft.files().stream().mapToInt(PlanFile::size).sum(),
        draft.reading().dialect(),
        draft.reading().confidence().percent(),
        draft.reading().considered().stream()
            .map(c -> new DialectLine(c.dialect(), c.confidence().percent(), c.confidence().why()))
            .toList(),
        new SprintLine(
            sprint.key(), sprint.title(), sprint.section(), sprint.summary(), sprint.dependsOn()),
        draft.where(),
        new Tally(draft, tasks, blockers, duplicates.size()).counts(),
        draft.merge().sprint(),
        tasks,
        draft.said().externals().stream().map(e -> new ExternalLine(e.key(), e.text())).toList(),
        blockers,
        plan.log().stream().map(Reports::line).toList(),
        plan.risks().stream().map(risk -> new RiskLine(risk.text(), risk.place())).toList(),
        draft.contradictions(),
        draft.conflicts(),
        draft.keys().elsewhere(),
        draft.edit().absent().stream().map(TaskKey::value).toList(),
        oddities,
        duplicates,
        draft.oddities().stream().filter(Oddity::isFatal).toList(),
        planVersion);
  }

  private static LogLine line(LogRow row) {
    return new LogLine(
        row.on(), row.text(), row.owner(), row.repeated(), row.stranded(), row.place());
  }

  private TaskLine line(ParsedPlan.Task task) {
    TaskKey key = key(task);
    Merged one = merged.get(key);
    TaskText text = said.get(key);
    boolean elsewhere = one == null || text == null;
    return new TaskLine(
        key.value(),
        task.state().value(),
        elsewhere || text.stateDate() == null
            ? task.stateDate() == null ? null : task.stateDate().value()
            : text.stateDate(),
        elsewhere ? Change.ELSEWHERE : change(one),
        elsewhere ? List.of() : one.differences(),
        task.key().place());
  }

  private TaskKey key(ParsedPlan.Task task) {
    String written = task.key().value().value();
    return new TaskKey(draft.keys().renamed().getOrDefault(written, written));
  }

  private static Change change(Merged merged) {
    if (merged.isNew()) {
      return Change.ADDED;
    }
    return merged.isChanged() ? Change.CHANGED : Change.LEFT;
  }

  private List<BlockerLine> blockers() {
    List<BlockerLine> lines = new ArrayList<>();
    for (ParsedPlan.Task task : plan.tasks()) {
      TaskText text = said.get(key(task));
      if (text != null) {
        for (PlanEdit.BlockerText blocker : text.blockers()) {
          lines.add(
              new BlockerLine(
                  text.key().value(),
                  blocker.kind(),
                  blocker.reason(),
                  blocker.awaits(),
                  blocker.since(),
                  blocker.sureness(),
                  task.text().place()));
        }
      }
    }
    return List.copyOf(lines);
  }
}
