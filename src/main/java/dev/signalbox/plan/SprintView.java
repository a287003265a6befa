package dev.signalbox.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sprint with its own lines and its tasks counted by declared state.
 *
 * @param archived left out of lists, and still there for whoever depends on it
 * @param dependsOn names of other sprints, as written
 * @param dependencies the same names, with what they mean here
 * @param counts every state is there, at zero too
 */
public record SprintView(
    String key,
    String title,
    String section,
    String summary,
    boolean archived,
    List<String> dependsOn,
    List<Dependency> dependencies,
    Map<TaskState, Long> counts,
    long tasks,
    long version) {

  /**
   * What a sprint waits for as a whole.
   *
   * @param name as written
   * @param sprint key of the sprint here that the name means, or null if there is none
   * @param waiver why the sprint need not wait for it; null if it has to
   */
  public record Dependency(
      String name,
      @Nullable String sprint,
      boolean waived,
      @Nullable String waiver,
      @Nullable String waivedBy) {}
}
