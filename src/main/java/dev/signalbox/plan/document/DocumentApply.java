package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.sprint.LogRows;
import dev.signalbox.plan.sprint.SprintRow;
import dev.signalbox.plan.sprint.SprintRows;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings a document's edit into the plan, part by part; the caller holds the plan meanwhile. */
@Component
public class DocumentApply {

  private static final int SHOWN = 200;

  private final SprintRows sprints;
  private final LogRows logs;
  private final DocumentTasks tasks;
  private final DocumentExternals externals;
  private final PlanHistory history;
  private final Clock clock;

  DocumentApply(
      SprintRows sprints,
      LogRows logs,
      DocumentTasks tasks,
      DocumentExternals externals,
      PlanHistory history,
      Clock clock) {
    this.sprints = sprints;
    this.logs = logs;
    this.tasks = tasks;
    this.externals = externals;
    this.history = history;
    this.clock = clock;
  }

  /** What stands against the edit; empty if it can be applied. */
  public List<String> objections(PlanEdit edit) {
    return Objections.to(CleanEdit.of(edit));
  }

  /** Applies an edit to which there is no objection; returns whether anything changed. */
  public boolean apply(ProjectKey project, PlanEdit raw, Actor actor) {
    PlanEdit edit = CleanEdit.of(raw);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String sprint = edit.sprint().key();
    boolean changed = sprint(project, edit.sprint(), actor);
    changed |= tasks.apply(project, edit, actor, now);
    changed |= externals.apply(project, edit.externals(), actor, now);
    changed |= log(project, sprint, edit.log(), actor);
    changed |= risks(project, sprint, edit.risks(), actor);
    return changed;
  }

  private boolean sprint(ProjectKey project, SprintText sprint, Actor actor) {
    Optional<SprintRow> there = sprints.find(project, sprint.key());
    if (there.isEmpty()) {
      sprints.add(project, sprint);
      Map<String, Object> values = SprintRow.fresh(sprint).values();
      history.created(project, actor, "sprint", sprint.key(), values);
      return true;
    }
    SprintRow old = there.get();
    if (old.text().equals(sprint)) {
      return false;
    }
    sprints.replace(project, sprint);
    Change change = Change.between(old.values(), old.with(sprint).values());
    history.changed(project, actor, "sprint", "edited", sprint.key(), change);
    return true;
  }

  private boolean log(ProjectKey project, String sprint, List<LogText> log, Actor actor) {
    List<LogText> old = logs.log(project, sprint);
    if (old.equals(log)) {
      return false;
    }
    logs.replaceLog(project, sprint, old, log);
    Change change = lines(old, log);
    history.changed(project, actor, "sprint", "log_replaced", sprint, change);
    return true;
  }

  private boolean risks(ProjectKey project, String sprint, List<RiskText> risks, Actor actor) {
    List<RiskText> old = logs.risks(project, sprint);
    if (old.equals(risks)) {
      return false;
    }
    logs.replaceRisks(project, sprint, old, risks);
    Change change = lines(old, risks);
    history.changed(project, actor, "sprint", "risks_replaced", sprint, change);
    return true;
  }

  /** The lines that went and those that came; of very many only the first, with their number. */
  private static Change lines(List<?> old, List<?> now) {
    Set<?> before = new HashSet<>(old);
    Set<?> after = new HashSet<>(now);
    List<?> gone = old.stream().filter(line -> !after.contains(line)).toList();
    List<?> come = now.stream().filter(line -> !before.contains(line)).toList();
    return new Change(lines(old.size(), gone), lines(now.size(), come));
  }

  private static Map<String, Object> lines(int count, List<?> differing) {
    return Map.of("lines", count, "differing", differing.stream().limit(SHOWN).toList());
  }
}
