package dev.signalbox.importer.merge;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A project in memory into which tests import one document after the other. */
final class Yard {

  final MemoryPast past = new MemoryPast();
  PlanSnapshot plan = new PlanSnapshot(new ProjectKey("yard"), 1, List.of(), List.of(), List.of());

  /** A table of tasks: rows such as {@code OPS-1 | TODO | Paint the signal.}. */
  static String table(String heading, String... rows) {
    return heading
        + "\n\n| ID | State | Task | Owners (Source) |\n|---|---|---|---|\n| "
        + String.join(" |\n| ", rows)
        + " |\n";
  }

  Draft draft(String path, String text) {
    return draft(path, text, null, Consent.NONE);
  }

  Draft draft(String path, String text, @Nullable String sprint, Consent consent) {
    Submission submission =
        Submission.of(PlanFile.ofText(path, text)).into(sprint, null).with(consent);
    return Drafts.of(submission, plan, past).getFirst();
  }

  Draft apply(String path, String text) {
    return apply(draft(path, text));
  }

  Draft apply(Draft draft) {
    plan = draft.merge().future();
    past.applied(draft);
    return draft;
  }

  /** People change a task. */
  void change(String key, UnaryOperator<PlanSnapshot.Task> change) {
    List<PlanSnapshot.Task> tasks = new ArrayList<>(plan.tasks());
    tasks.replaceAll(task -> task.key().value().equals(key) ? change.apply(task) : task);
    plan =
        new PlanSnapshot(
            plan.project(), plan.version() + 1, plan.sprints(), tasks, plan.externals());
  }

  /** People change an external item. */
  void change(ExternalText text) {
    List<PlanSnapshot.External> externals = new ArrayList<>(plan.externals());
    externals.replaceAll(
        old ->
            old.key().equals(text.key())
                ? new PlanSnapshot.External(
                    old.key(), text.kind(), text.text(), text.owner(), null, old.closed())
                : old);
    plan =
        new PlanSnapshot(
            plan.project(), plan.version() + 1, plan.sprints(), plan.tasks(), externals);
  }

  PlanSnapshot.Task task(String key) {
    return plan.tasks().stream()
        .filter(task -> task.key().value().equals(key))
        .findAny()
        .orElseThrow();
  }
}
