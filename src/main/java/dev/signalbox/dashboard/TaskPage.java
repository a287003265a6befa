package dev.signalbox.dashboard;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Explanation;
import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.DependencyView;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that is known of it.
 *
 * @param heldBy open tasks that wait for it, directly or not, nearest first; at most 50
 * @param picture what is around it; null if nothing is
 * @param runs of jobs that belong to it, newest first
 */
public record TaskPage(
    TaskView task,
    Derived derived,
    Explanation explanation,
    List<String> heldBy,
    @Nullable Picture picture,
    List<RunRow> runs,
    List<EntryRow> history) {

  /** A dependency in the words of the page. */
  public record Waits(String key, boolean isTask, boolean isExternal, String what) {}

  /** A blocker in the words of the page. */
  public record Held(
      long id, String kind, String reason, String standing, String age, boolean holds) {}

  public List<Waits> waits() {
    return task.dependencies().stream().map(TaskPage::waits).toList();
  }

  public List<Held> blockers() {
    return task.blockers().stream().map(TaskPage::held).toList();
  }

  /** Whether it can be finished only with a reason: by what holds it, or by its declaration. */
  public boolean needsOverride() {
    return !task.state().isEnded()
        && (derived.state() != DerivedState.READY || task.state() == TaskState.BLOCKED);
  }

  /** Verbs that fit the declared state and need no words. */
  public List<String> verbs() {
    List<String> verbs = new ArrayList<>();
    TaskState state = task.state();
    if (state == TaskState.TODO) {
      verbs.add("start");
    }
    if (state == TaskState.BLOCKED) {
      verbs.add("unblock");
    }
    if (state == TaskState.DOING || state == TaskState.TODO) {
      verbs.add("finish");
    }
    if (state.isEnded()) {
      verbs.add("reopen");
    }
    return verbs;
  }

  private static Waits waits(DependencyView dependency) {
    boolean isTask = dependency.kind() == DependencyView.Kind.TASK;
    String what =
        switch (dependency.kind()) {
          case TASK -> String.valueOf(dependency.state());
          case EXTERNAL -> "external item, " + String.valueOf(dependency.state());
          case UNKNOWN -> "unknown key";
        };
    boolean isExternal = dependency.kind() == DependencyView.Kind.EXTERNAL;
    return new Waits(dependency.key(), isTask, isExternal, what.toLowerCase(Locale.ROOT));
  }

  private static Held held(BlockerView blocker) {
    String age = blocker.ageDays() == null ? "since an unknown day" : blocker.ageDays() + " days";
    String ended = blocker.resolution() == null ? "" : ", over: " + blocker.resolution();
    return new Held(
        blocker.id(),
        blocker.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        blocker.reason(),
        standing(blocker),
        age + ended,
        blocker.holds());
  }

  private static String standing(BlockerView blocker) {
    String sure = ProposalRow.sure(blocker.sureness());
    String by = blocker.decidedBy() == null ? "" : " by " + blocker.decidedBy();
    return switch (blocker.standing()) {
      case STATED -> "";
      case PROPOSED -> sure.isEmpty() ? "proposed" : "proposed, " + sure;
      case CONFIRMED -> "confirmed" + by;
      case DROPPED -> "dropped" + by;
    };
  }
}
