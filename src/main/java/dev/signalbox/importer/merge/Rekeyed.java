package dev.signalbox.importer.merge;

import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says the same as a document, by the plan's keys and for the sprint that it goes to. Pure. */
final class Rekeyed {

  private final String sprint;
  private final PlanKeys keys;

  Rekeyed(String sprint, PlanKeys keys) {
    this.sprint = sprint;
    this.keys = keys;
  }

  /** Without the tasks that are in another sprint. */
  PlanEdit edit(PlanEdit document) {
    SprintText lines = document.sprint();
    return new PlanEdit(
        new SprintText(sprint, lines.title(), lines.section(), lines.summary(), lines.dependsOn()),
        document.tasks().stream()
            .filter(task -> !keys.isElsewhere(task.key().value()))
            .map(this::task)
            .toList(),
        document.externals(),
        document.log(),
        document.risks());
  }

  List<Claim> claims(List<Claim> claims) {
    return claims.stream()
        .map(c -> new Claim(key(c.key()), c.state(), c.origin(), c.on(), c.place(), c.text()))
        .toList();
  }

  String key(String written) {
    return keys.renamed().getOrDefault(written, written);
  }

  private TaskText task(TaskText task) {
    String key = key(task.key().value());
    return new TaskText(
        new TaskKey(key),
        task.text(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.source(),
        task.dependsOn().stream().map(this::key).filter(k -> !k.equals(key)).distinct().toList(),
        task.blockers().stream().map(this::blocker).distinct().toList());
  }

  private BlockerText blocker(BlockerText blocker) {
    @Nullable String awaits = blocker.awaits();
    return new BlockerText(
        blocker.kind(),
        blocker.reason(),
        awaits == null ? null : key(awaits),
        blocker.since(),
        blocker.sureness());
  }
}
