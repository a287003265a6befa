package dev.signalbox.simulation;

import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.ExternalLines;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintWarden;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.timeline.Actor;
import org.springframework.stereotype.Component;

/** Does to the plan what patches suppose of it. */
@Component
class PlanHands {

  static final Actor ACTOR = Actor.person("planner");

  private static final StatedEvidence SEEN =
      new StatedEvidence(EvidenceKind.STATEMENT, null, null, "seen");

  private final PlanBook book;
  private final TaskDesk tasks;
  private final ExternalDesk externals;
  private final SprintWarden sprints;

  PlanHands(PlanBook book, TaskDesk tasks, ExternalDesk externals, SprintWarden sprints) {
    this.book = book;
    this.tasks = tasks;
    this.externals = externals;
    this.sprints = sprints;
  }

  /** Performs the verb of the same name; whether it was taken. */
  boolean perform(ProjectKey project, Patch patch) {
    PlanVerdict verdict =
        switch (patch) {
          case Patch.OfTask ofTask -> task(project, ofTask);
          case Patch.OfExternal ofExternal -> external(project, ofExternal);
          case Patch.WaiveSprint waive -> waive(project, waive);
        };
    return verdict instanceof PlanVerdict.Changed || verdict instanceof PlanVerdict.Unchanged;
  }

  private PlanVerdict task(ProjectKey project, Patch.OfTask patch) {
    Patch.OfTask real = patch;
    if (patch instanceof Patch.Unblock(var task, Long id) && id != null && id < 0) {
      real = new Patch.Unblock(task, newest(project, patch));
    }
    long version = book.task(project, null, patch.task()).orElseThrow().version();
    return tasks.perform(project, patch.task(), version, real.command(), ACTOR);
  }

  /** A blocker that was only supposed has another id in the plan: there it is the newest. */
  private long newest(ProjectKey project, Patch.OfTask patch) {
    return book.task(project, null, patch.task()).orElseThrow().blockers().stream()
        .filter(BlockerView::holds)
        .mapToLong(BlockerView::id)
        .max()
        .orElseThrow();
  }

  private PlanVerdict external(ProjectKey project, Patch.OfExternal patch) {
    ExternalView item = book.external(project, null, patch.external()).orElseThrow();
    return switch (patch) {
      case Patch.CloseExternal close ->
          externals.close(project, close.external(), item.version(), SEEN, ACTOR);
      case Patch.RevokeExternal revoke ->
          externals.revoke(project, revoke.external(), item.version(), "not there", ACTOR);
      case Patch.Delay delay ->
          externals.edit(
              project,
              delay.external(),
              item.version(),
              new ExternalLines(item.kind(), item.text(), item.owner(), delay.expectedOn()),
              ACTOR);
    };
  }

  private PlanVerdict waive(ProjectKey project, Patch.WaiveSprint waive) {
    SprintKey sprint = new SprintKey(waive.sprint());
    long version = book.sprint(project, null, sprint).orElseThrow().version();
    return sprints.waive(project, sprint, version, waive.name(), Patch.REASON, ACTOR);
  }
}
