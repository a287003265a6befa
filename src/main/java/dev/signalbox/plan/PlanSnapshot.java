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
    ProjectKey project,
    long version,
    List<Sprint> sprints,
    List<Task> tasks,
    List<External> externals) {

  /**
   * One sprint of the plan.
   *
   * @param archived left out of the views; still there for whoever depends on it
   */
  public record Sprint(
      String key, String title, String section, boolean archived, List<SprintEdge> dependsOn) {}

  /**
   * What a sprint waits for as a whole.
   *
   * @param name as written
   * @param sprint key of the sprint here that the name means, or null if there is none
   * @param waived whether somebody said that it need not wait
   */
  public record SprintEdge(String name, @Nullable String sprint, boolean waived) {}

  /**
   * One task of the plan.
   *
   * @param sprint key of its sprint
   * @param stateDate when the declared state was reached, or null if unknown
   * @param dependsOn keys of tasks or external items; a key that names neither is held as unknown
   * @param blockers only those that still hold
   * @param absent no longer in plan: its document came again without it
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
      boolean absent,
      long version) {}

  /**
   * A reason that holds a task now.
   *
   * @param awaits key of the task or external item that is awaited, or null if it is only in words
   * @param since null if unknown
   * @param sureness of the reader of the prose, in percent; null where a person said it
   */
  public record Blocker(
      long id,
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since,
      Standing standing,
      @Nullable Integer sureness) {}

  /**
   * Something outside the plan that tasks wait for; closed only by stated evidence.
   *
   * @param closedBy who verified the evidence; null while open, or if that is not known
   */
  public record External(
      String key,
      ExternalKind kind,
      String text,
      @Nullable String owner,
      @Nullable LocalDate expectedOn,
      boolean closed,
      @Nullable String closedBy) {

    /** One of which nobody knows who closed it. */
    public External(
        String key,
        ExternalKind kind,
        String text,
        @Nullable String owner,
        @Nullable LocalDate expectedOn,
        boolean closed) {
      this(key, kind, text, owner, expectedOn, closed, null);
    }
  }
}
