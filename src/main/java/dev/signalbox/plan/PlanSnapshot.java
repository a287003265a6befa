package dev.signalbox.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project's plan at one version, in plain values: all that the graph needs, read in one go.
 *
 * @param version never used for two contents, not even by a rolled-back transaction
 */
public record PlanSnapshot(
    ProjectKey project, long version, List<Task> tasks, List<External> externals) {

  /**
   * One task of the plan.
   *
   * @param sprint key of its sprint
   * @param stateDate when the declared state was reached, or null if unknown
   * @param dependsOn keys of tasks or external items; a key that names neither is held as unknown
   * @param blockers only those that still hold
   * @param version moves with every change of the task itself
   */
  public record Task(
      TaskKey key,
      String text,
      String sprint,
      TaskState state,
      @Nullable LocalDate stateDate,
      List<String> owners,
      List<String> dependsOn,
      List<Blocker> blockers,
      long version) {}

  /**
   * A reason that holds a task now.
   *
   * @param awaits key of the task or external item that is awaited, or null if it is only in words
   * @param since null if unknown
   */
  public record Blocker(
      long id,
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since) {}

  /** Something outside the plan that tasks wait for; closed only by stated evidence. */
  public record External(
      String key,
      String text,
      @Nullable String owner,
      @Nullable LocalDate expectedOn,
      boolean closed) {}
}
