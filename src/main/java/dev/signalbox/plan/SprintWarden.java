package dev.signalbox.plan;

import dev.signalbox.plan.sprint.SprintChanges;
import dev.signalbox.plan.sprint.SprintRow;
import dev.signalbox.plan.sprint.SprintRows;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people archive sprints, and let one go before that for which it waits. */
@Service
@Transactional
public class SprintWarden {

  private static final int OPEN_SHOWN = 20;

  private final SprintRows sprints;
  private final SprintChanges changes;
  private final Clock clock;

  SprintWarden(SprintRows sprints, SprintChanges changes, Clock clock) {
    this.sprints = sprints;
    this.changes = changes;
    this.clock = clock;
  }

  /** Takes the sprint out of the views; whoever depends on it still finds it, and finds it done. */
  public PlanVerdict archive(ProjectKey project, SprintKey key, long expected, Actor actor) {
    return changes.change(project, key, expected, actor, sprint -> archive(project, sprint, actor));
  }

  private SprintChanges.Decision archive(ProjectKey project, SprintRow sprint, Actor actor) {
    String key = sprint.text().key();
    List<String> open = sprint.archived() ? List.of() : sprints.openTasks(project, key);
    if (!open.isEmpty()) {
      String shown = String.join(", ", open.stream().limit(OPEN_SHOWN).toList());
      String more =
          open.size() > OPEN_SHOWN ? " and %d more".formatted(open.size() - OPEN_SHOWN) : "";
      return new SprintChanges.Denied(
          "Sprint %s has open tasks: %s%s.".formatted(key, shown, more));
    }
    return sprint.archived()
        ? new SprintChanges.Unneeded()
        : new SprintChanges.Deed(
            "archived", "", () -> sprints.archive(project, key, actor.name(), clock.instant()));
  }

  /** Brings an archived sprint back into the views. */
  public PlanVerdict unarchive(ProjectKey project, SprintKey key, long expected, Actor actor) {
    SprintChanges.Deed deed =
        new SprintChanges.Deed(
            "unarchived", "", () -> sprints.archive(project, key.value(), null, clock.instant()));
    return changes.change(
        project,
        key,
        expected,
        actor,
        sprint -> sprint.archived() ? deed : new SprintChanges.Unneeded());
  }

  /**
   * The sprint need not wait for that other one any more.
   *
   * @param name of the other sprint, as the sprint's own lines have it
   */
  public PlanVerdict waive(
      ProjectKey project, SprintKey key, long expected, String name, String reason, Actor actor) {
    String why = Wording.clean(reason);
    Optional<String> flaw =
        why.isEmpty() ? Optional.of("is needed") : Wording.flaw(why, Wording.NOTE_LIMIT);
    return flaw.isEmpty()
        ? waiver(project, key, expected, Wording.clean(name), why, actor)
        : new PlanVerdict.Refused("The reason " + flaw.get() + ".");
  }

  /** The sprint waits for that other one after all. */
  public PlanVerdict unwaive(
      ProjectKey project, SprintKey key, long expected, String name, Actor actor) {
    return waiver(project, key, expected, Wording.clean(name), null, actor);
  }

  private PlanVerdict waiver(
      ProjectKey project,
      SprintKey key,
      long expected,
      String name,
      @Nullable String reason,
      Actor actor) {
    return changes.change(
        project,
        key,
        expected,
        actor,
        sprint -> {
          if (!sprint.text().dependsOn().contains(name)) {
            return new SprintChanges.Denied(
                "Sprint %s does not wait for '%s'.".formatted(key, name));
          }
          if (sprint.waived().contains(name) == (reason != null)) {
            return new SprintChanges.Unneeded();
          }
          Instant now = clock.instant();
          return new SprintChanges.Deed(
              reason == null ? "unwaived" : "waived",
              reason == null ? "" : reason,
              () -> sprints.waive(project, key.value(), name, reason, actor.name(), now));
        });
  }
}
