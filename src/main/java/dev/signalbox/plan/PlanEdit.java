package dev.signalbox.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document changes in one sprint of a project; applied whole or not at all by {@link
 * Plan#apply}. Keys that a document no longer names are not deleted.
 *
 * @param absent keys that the last document of this sprint named and this one does not; such tasks
 *     stay, marked as no longer in plan
 */
public record PlanEdit(
    SprintText sprint,
    List<TaskText> tasks,
    List<ExternalText> externals,
    List<LogText> log,
    List<RiskText> risks,
    List<TaskKey> absent) {

  /** An edit that takes no task out of the plan. */
  public PlanEdit(
      SprintText sprint,
      List<TaskText> tasks,
      List<ExternalText> externals,
      List<LogText> log,
      List<RiskText> risks) {
    this(sprint, tasks, externals, log, risks, List.of());
  }

  /** The sprint's own lines; {@code dependsOn} are names of other sprints, as written. */
  public record SprintText(
      String key, String title, String section, String summary, List<String> dependsOn) {}

  /**
   * A task as it shall be after the edit; the lists replace what an earlier document brought, and
   * leave alone what people added here.
   *
   * @param stateDate null if unknown
   * @param source where it comes from, such as {@code ops/devops}; empty if unknown
   */
  public record TaskText(
      TaskKey key,
      String text,
      TaskState state,
      @Nullable LocalDate stateDate,
      List<String> owners,
      String source,
      List<String> dependsOn,
      List<BlockerText> blockers) {}

  /**
   * A blocker read from prose.
   *
   * @param awaits key of the task or external item that is awaited; null only where no name could
   *     be given to it
   * @param sureness how sure the reader was, in percent; such a blocker is proposed. Null where the
   *     document states it with a key
   */
  public record BlockerText(
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since,
      @Nullable Integer sureness) {}

  /**
   * An item outside the plan, named as written.
   *
   * @param owner from whom it is awaited; null if the document does not say
   */
  public record ExternalText(String key, ExternalKind kind, String text, @Nullable String owner) {}

  /**
   * A row of the execution log.
   *
   * @param repeated whether the same row stands earlier in the document, to the letter
   * @param stranded whether it was found outside the log's own section
   */
  public record LogText(
      @Nullable LocalDate on, String text, String owner, boolean repeated, boolean stranded) {}

  /** A line under decisions and risks. */
  public record RiskText(String text) {}
}
