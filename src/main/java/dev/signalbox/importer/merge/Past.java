package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was imported before, and what a plan holds beyond its snapshot, as far as a draft asks. */
public interface Past {

  /** The last document of a sprint; null if there is none. */
  @Nullable Last last(String sprint);

  /** Paths of the last document's files, by the sprint; only sprints that came from documents. */
  Map<String, Set<String>> paths();

  /** What earlier documents of a sprint said of these tasks, the newest word of each. */
  Map<TaskKey, TaskText> earlier(String sprint, Set<TaskKey> tasks);

  /** A sprint's own lines as the plan holds them now; null if it is not there. */
  @Nullable SprintText lines(String sprint);

  /** The sources of a sprint's tasks as the plan holds them now. */
  Map<TaskKey, String> sources(String sprint);

  /**
   * The last document of a sprint: the base of the next merge.
   *
   * @param said by the plan's keys
   */
  record Last(String digest, String dialect, PlanEdit said) {}

  /** Nothing was imported yet. */
  static Past none() {
    return new Past() {
      @Override
      public @Nullable Last last(String sprint) {
        return null;
      }

      @Override
      public Map<String, Set<String>> paths() {
        return Map.of();
      }

      @Override
      public Map<TaskKey, TaskText> earlier(String sprint, Set<TaskKey> tasks) {
        return Map.of();
      }

      @Override
      public @Nullable SprintText lines(String sprint) {
        return null;
      }

      @Override
      public Map<TaskKey, String> sources(String sprint) {
        return Map.of();
      }
    };
  }
}
