package dev.signalbox.plan;

import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.timeline.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Where people correct what was read from prose: the blocker, and what it awaits, or neither. */
@Service
@Transactional
public class ProposalDesk {

  private final TaskDesk tasks;
  private final ExternalDesk externals;
  private final PlanBook book;
  private final PlanVersions versions;

  ProposalDesk(TaskDesk tasks, ExternalDesk externals, PlanBook book, PlanVersions versions) {
    this.tasks = tasks;
    this.externals = externals;
    this.book = book;
    this.versions = versions;
  }

  /**
   * How it is instead.
   *
   * @param awaits key of a task or external item, or null if nothing with a key is awaited
   * @param artefact what the external item is in words; null or blank leaves it as it is
   * @param from who owes the external item; null leaves it as it is, blank is nobody known
   */
  public record Correction(
      long blocker,
      BlockerClass kind,
      @Nullable TargetKey awaits,
      @Nullable String artefact,
      @Nullable String from) {}

  /**
   * Corrects a blocker that was read from prose, and confirms it. What is awaited and not known yet
   * becomes an external item.
   *
   * @param expected the task's version that the caller saw
   */
  public PlanVerdict correct(
      ProjectKey project, TaskKey task, long expected, Correction correction, Actor actor) {
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    PlanVerdict said =
        tasks.perform(
            project,
            task,
            expected,
            new TaskCommand.Correct(correction.blocker(), correction.kind(), correction.awaits()),
            actor);
    if (!isDone(said)) {
      return said;
    }
    Optional<PlanVerdict> outside = outside(project, correction, actor);
    if (outside.isPresent() && !isDone(outside.get())) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return outside.get();
    }
    return outside.map(verdict -> both(said, verdict)).orElse(said);
  }

  private static boolean isDone(PlanVerdict verdict) {
    return verdict instanceof PlanVerdict.Changed || verdict instanceof PlanVerdict.Unchanged;
  }

  /** The task's answer, with the plan's version after the last change. */
  private static PlanVerdict both(PlanVerdict said, PlanVerdict outside) {
    if (!(outside instanceof PlanVerdict.Changed changed)) {
      return said;
    }
    return switch (said) {
      case PlanVerdict.Changed task ->
          new PlanVerdict.Changed(task.key(), task.version(), changed.planVersion());
      case PlanVerdict.Unchanged task ->
          new PlanVerdict.Changed(task.key(), task.version(), changed.planVersion());
      case PlanVerdict.Refused _,
          PlanVerdict.Cycle _,
          PlanVerdict.Exists _,
          PlanVerdict.Stale _,
          PlanVerdict.NotThere _ ->
          said;
    };
  }

  /** What is awaited is told too; empty if nothing is said of it. */
  private Optional<PlanVerdict> outside(ProjectKey project, Correction correction, Actor actor) {
    String text = correction.artefact() == null ? "" : Wording.clean(correction.artefact());
    String from = correction.from() == null ? null : Wording.clean(correction.from());
    TargetKey key = correction.awaits();
    if (text.isEmpty() && (from == null || (from.isEmpty() && key == null))) {
      return Optional.empty();
    }
    if (key == null) {
      return Optional.of(
          new PlanVerdict.Refused("Name the key of what is awaited, to say what it is."));
    }
    Optional<TaskView> task =
        TaskKey.isTask(key.value())
            ? book.task(project, null, new TaskKey(key.value()))
            : Optional.empty();
    return task.isPresent()
        ? ofTask(task.get(), text, from)
        : Optional.of(external(project, key, text, from, actor));
  }

  /** A task's own words and owners are changed at the task. */
  private static Optional<PlanVerdict> ofTask(TaskView task, String text, @Nullable String from) {
    boolean same =
        (text.isEmpty() || text.equals(task.text()))
            && (from == null || from.isEmpty() || from.equals(String.join(", ", task.owners())));
    return same
        ? Optional.empty()
        : Optional.of(
            new PlanVerdict.Refused(
                task.key() + " is a task here: change its words and owners at the task."));
  }

  private PlanVerdict external(
      ProjectKey project, TargetKey key, String text, @Nullable String from, Actor actor) {
    Optional<ExternalView> found = book.external(project, null, key);
    if (found.isEmpty()) {
      var lines =
          new ExternalLines(ExternalKind.ARTEFACT, text.isEmpty() ? key.value() : text, from, null);
      return externals.create(project, key, lines, actor);
    }
    ExternalView item = found.get();
    var lines =
        new ExternalLines(
            item.kind(),
            text.isEmpty() ? item.text() : text,
            from == null ? item.owner() : from,
            item.expectedOn());
    return externals.edit(project, key, item.version(), lines, actor);
  }
}
