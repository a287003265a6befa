package dev.signalbox.plan.sprint;

import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.timeline.Actor;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The way of every change to a sprint: held, found, decided, done, recorded. */
@Component
public class SprintChanges {

  private final SprintRows sprints;
  private final PlanVersions versions;
  private final PlanHistory history;

  SprintChanges(SprintRows sprints, PlanVersions versions, PlanHistory history) {
    this.sprints = sprints;
    this.versions = versions;
    this.history = history;
  }

  /** What to do about a sprint that was found in the version that the caller saw. */
  public sealed interface Decision {}

  /** A rule forbids it; the reason is a sentence for the user. */
  public record Denied(String reason) implements Decision {}

  /** It is so already. */
  public record Unneeded() implements Decision {}

  /**
   * To be done.
   *
   * @param past how the timeline calls it
   * @param note what was stated with it, or empty
   */
  public record Deed(String past, String note, Runnable action) implements Decision {}

  /**
   * Performs what was decided about the sprint.
   *
   * @param expected the version that the caller saw
   */
  public PlanVerdict change(
      ProjectKey project,
      SprintKey key,
      long expected,
      Actor actor,
      Function<SprintRow, Decision> decide) {
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    Optional<SprintRow> found = sprints.find(project, key.value());
    if (found.isEmpty()) {
      return new PlanVerdict.NotThere(key.value());
    }
    SprintRow sprint = found.get();
    if (sprint.version() != expected) {
      return new PlanVerdict.Stale(sprint.version());
    }
    return switch (decide.apply(sprint)) {
      case Denied denied -> new PlanVerdict.Refused(denied.reason());
      case Unneeded _ -> new PlanVerdict.Unchanged(key.value(), expected);
      case Deed deed -> {
        deed.action().run();
        SprintRow now = sprints.find(project, key.value()).orElseThrow();
        Change change = Change.between(sprint.values(), now.values());
        Change noted = deed.note().isEmpty() ? change : change.with("reason", deed.note());
        history.changed(project, actor, "sprint", deed.past(), key.value(), noted);
        yield new PlanVerdict.Changed(key.value(), now.version(), versions.move(project));
      }
    };
  }
}
