package dev.signalbox.dashboard;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.simulation.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates "what if this were gone" into patches, by the id of a root cause or a task's key. */
public final class Suppositions {

  /** In front of the key of a task that is supposed to be done. */
  public static final String DONE = "done:";

  private final PlanSnapshot plan;

  public Suppositions(PlanGraph graph) {
    plan = graph.snapshot();
  }

  /** The patches; none where the plan knows no such thing, or nobody can take it away as one. */
  public List<Patch> of(String id) {
    int colon = id.indexOf(':') + 1;
    String key = id.substring(colon);
    return switch (id.substring(0, colon)) {
      case DONE ->
          task(key).<List<Patch>>map(t -> List.of(new Patch.Finish(t.key()))).orElse(List.of());
      case "external:" ->
          plan.externals().stream().anyMatch(item -> item.key().equals(key))
              ? List.of(new Patch.CloseExternal(new TargetKey(key)))
              : List.of();
      case "blocker:" -> blocker(key);
      case "unknown:" -> nothingAwaits(key);
      case "sprint:" -> waived(key);
      case "task:" -> declared(key);
      default -> List.of();
    };
  }

  private Optional<PlanSnapshot.Task> task(String key) {
    return plan.tasks().stream().filter(task -> task.key().value().equals(key)).findFirst();
  }

  private List<Patch> blocker(String id) {
    List<Patch> patches = new ArrayList<>();
    for (PlanSnapshot.Task task : plan.tasks()) {
      for (PlanSnapshot.Blocker blocker : task.blockers()) {
        if (Long.toString(blocker.id()).equals(id)) {
          patches.add(new Patch.Unblock(task.key(), blocker.id()));
        }
      }
    }
    return patches;
  }

  private List<Patch> nothingAwaits(String key) {
    List<Patch> patches = new ArrayList<>();
    for (PlanSnapshot.Task task : plan.tasks()) {
      if (task.state().isEnded()) {
        continue;
      }
      if (task.dependsOn().contains(key)) {
        patches.add(new Patch.DropDependency(task.key(), new TargetKey(key)));
      }
      for (PlanSnapshot.Blocker blocker : task.blockers()) {
        if (key.equals(blocker.awaits())) {
          patches.add(new Patch.Unblock(task.key(), blocker.id()));
        }
      }
    }
    return patches;
  }

  private List<Patch> waived(String key) {
    List<Patch> patches = new ArrayList<>();
    for (PlanSnapshot.Sprint sprint : plan.sprints()) {
      for (PlanSnapshot.SprintEdge edge : sprint.dependsOn()) {
        if (key.equals(edge.sprint()) && !edge.waived()) {
          patches.add(new Patch.WaiveSprint(sprint.key(), edge.name()));
        }
      }
    }
    return patches;
  }

  /** A task declared blocked that is not, or a cancelled one that nobody waits for any more. */
  private List<Patch> declared(String key) {
    TaskState state = task(key).map(PlanSnapshot.Task::state).orElse(TaskState.DONE);
    return switch (state) {
      case BLOCKED -> List.of(new Patch.Unblock(new TaskKey(key), null));
      case CANCELLED -> nothingAwaits(key);
      case TODO, DOING, DONE -> List.of();
    };
  }
}
