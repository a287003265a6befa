package dev.signalbox.plan.past;

import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.LogView;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.TaskView;
import dev.signalbox.plan.change.Moments.Moment;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.Slice;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan as lists and pages showed it at a moment of the past. It answers what the rows of the
 * present are asked, in the same order and the same pages.
 */
public final class PastBook {

  private final Moment moment;
  private final PastPlan plan;
  private final PastTasks tasks;
  private final PastOutside outside;

  PastBook(PastPlan plan, Moment moment, Instant asked) {
    this.plan = plan;
    this.moment = moment;
    this.outside = new PastOutside(plan, moment.at());
    this.tasks = new PastTasks(plan, outside, moment.at(), asked);
  }

  /** When the plan came to be as it is told here. */
  public Instant since() {
    return moment.at();
  }

  public Page<TaskLine> tasks(TaskQuery query) {
    return Slice.of(
            list("tasks/" + query.sort()),
            tasks.find(query),
            task -> task.key,
            query.cursor(),
            query.limit())
        .map(tasks::line);
  }

  /**
   * One task with all that people had declared of it.
   *
   * @param mentions log rows that named it
   */
  public Optional<TaskView> task(TaskKey key, List<LogView> mentions) {
    return tasks.view(key.value(), mentions);
  }

  public Page<ProposalView> proposals(@Nullable String cursor, int limit) {
    return Slice.of(
            list("proposals"), tasks.proposals(), view -> Long.toString(view.id()), cursor, limit)
        .map(view -> view);
  }

  /**
   * Sprints in the order in which they came.
   *
   * @param archived whether archived ones are among them
   */
  public Page<SprintView> sprints(boolean archived, @Nullable String cursor, int limit) {
    List<PastSprint> shown =
        plan.sprints().stream().filter(sprint -> archived || !sprint.archived).toList();
    Map<String, Map<TaskState, Long>> counts = counts();
    Map<String, PlanSnapshot.Sprint> resolved = resolved();
    return Slice.of(list("sprints"), shown, sprint -> sprint.key, cursor, limit)
        .map(sprint -> sprint(sprint, counts, resolved));
  }

  public Optional<SprintView> sprint(SprintKey key) {
    return plan.sprints().stream()
        .filter(sprint -> sprint.key.equals(key.value()))
        .findFirst()
        .map(sprint -> sprint(sprint, counts(), resolved()));
  }

  /**
   * External items in the order of their keys.
   *
   * @param closed only closed or only open ones; null for all
   */
  public Page<ExternalView> externals(
      @Nullable Boolean closed, @Nullable String cursor, int limit) {
    return Slice.of(list("externals"), outside.find(closed), item -> item.key, cursor, limit)
        .map(outside::view);
  }

  public Optional<ExternalView> external(TargetKey key) {
    return outside.find(key.value()).map(outside::view);
  }

  private String list(String kind) {
    return kind + "/" + plan.project() + "@" + moment.version();
  }

  private Map<String, Map<TaskState, Long>> counts() {
    Map<String, Map<TaskState, Long>> counts = new HashMap<>();
    for (PastTask task : plan.tasks()) {
      counts
          .computeIfAbsent(task.sprint, _ -> new EnumMap<>(TaskState.class))
          .merge(task.state, 1L, Long::sum);
    }
    return counts;
  }

  private Map<String, PlanSnapshot.Sprint> resolved() {
    Map<String, PlanSnapshot.Sprint> resolved = new HashMap<>();
    plan.resolved().forEach(sprint -> resolved.put(sprint.key(), sprint));
    return resolved;
  }

  private static SprintView sprint(
      PastSprint sprint,
      Map<String, Map<TaskState, Long>> counts,
      Map<String, PlanSnapshot.Sprint> resolved) {
    Map<TaskState, Long> states = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      states.put(state, counts.getOrDefault(sprint.key, Map.of()).getOrDefault(state, 0L));
    }
    PlanSnapshot.Sprint edges = resolved.get(sprint.key);
    return new SprintView(
        sprint.key,
        sprint.title,
        sprint.section,
        sprint.summary,
        sprint.archived,
        sprint.dependsOn,
        edges == null
            ? List.of()
            : edges.dependsOn().stream().map(edge -> dependency(sprint, edge)).toList(),
        states,
        states.values().stream().mapToLong(Long::longValue).sum(),
        sprint.version);
  }

  private static SprintView.Dependency dependency(PastSprint sprint, PlanSnapshot.SprintEdge edge) {
    SprintView.Dependency waiver = sprint.waivers.get(edge.name());
    return new SprintView.Dependency(
        edge.name(),
        edge.sprint(),
        edge.waived(),
        waiver == null ? null : waiver.waiver(),
        waiver == null ? null : waiver.waivedBy());
  }
}
