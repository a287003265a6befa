package dev.signalbox.plan;

import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.plan.change.Values;
import dev.signalbox.plan.sprint.LogRows;
import dev.signalbox.plan.sprint.SprintChanges;
import dev.signalbox.plan.sprint.SprintRow;
import dev.signalbox.plan.sprint.SprintRows;
import dev.signalbox.timeline.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people keep sprints, their execution log and their risks. */
@Service
@Transactional
public class SprintDesk {

  private static final String TYPE = "sprint";
  private static final int NAMES_LIMIT = 100;

  private final SprintRows sprints;
  private final LogRows logs;
  private final PlanVersions versions;
  private final PlanHistory history;
  private final SprintChanges changes;

  SprintDesk(
      SprintRows sprints,
      LogRows logs,
      PlanVersions versions,
      PlanHistory history,
      SprintChanges changes) {
    this.sprints = sprints;
    this.logs = logs;
    this.versions = versions;
    this.history = history;
    this.changes = changes;
  }

  /** Adds a sprint behind the others. */
  public PlanVerdict create(ProjectKey project, SprintKey key, SprintLines text, Actor actor) {
    PlanEdit.SprintText clean = clean(key, text);
    List<String> flaws = flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    if (sprints.find(project, key.value()).isPresent()) {
      return new PlanVerdict.Exists(key.value());
    }
    sprints.add(project, clean);
    history.created(project, actor, TYPE, key.value(), SprintRow.fresh(clean).values());
    return new PlanVerdict.Changed(key.value(), 0, versions.move(project));
  }

  /** Replaces the sprint's own lines. */
  public PlanVerdict edit(
      ProjectKey project, SprintKey key, long expected, SprintLines text, Actor actor) {
    PlanEdit.SprintText clean = clean(key, text);
    List<String> flaws = flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    return changes.change(
        project,
        key,
        expected,
        actor,
        sprint ->
            sprint.text().equals(clean)
                ? new SprintChanges.Unneeded()
                : new SprintChanges.Deed("edited", "", () -> sprints.replace(project, clean)));
  }

  /** Adds a row to the execution log; its key in the verdict is its id. */
  public PlanVerdict addLog(
      ProjectKey project,
      SprintKey sprint,
      @Nullable LocalDate on,
      String text,
      String owner,
      Actor actor) {
    List<String> flaws = new ArrayList<>();
    String clean = Wording.clean(text);
    String cleanOwner = Wording.clean(owner);
    needed(flaws, "The text", clean, Wording.TEXT_LIMIT);
    line(flaws, "The owner", cleanOwner, Wording.NAME_LIMIT);
    if (on != null && !Wording.isDay(on)) {
      flaws.add("The day lies outside 1970 to 2199.");
    }
    return added(project, sprint, flaws)
        .orElseGet(
            () -> {
              long id = logs.addLog(project, sprint.value(), on, clean, cleanOwner);
              Values values =
                  new Values()
                      .put("sprint", sprint)
                      .put("on", on)
                      .put("text", clean)
                      .put("owner", cleanOwner);
              return recorded(project, "log_entry", id, values, actor);
            });
  }

  /** Adds a line to decisions and risks; its key in the verdict is its id. */
  public PlanVerdict addRisk(ProjectKey project, SprintKey sprint, String text, Actor actor) {
    List<String> flaws = new ArrayList<>();
    String clean = Wording.clean(text);
    needed(flaws, "The text", clean, Wording.TEXT_LIMIT);
    return added(project, sprint, flaws)
        .orElseGet(
            () -> {
              long id = logs.addRisk(project, sprint.value(), clean);
              Values values = new Values().put("sprint", sprint).put("text", clean);
              return recorded(project, "risk", id, values, actor);
            });
  }

  private Optional<PlanVerdict> added(ProjectKey project, SprintKey sprint, List<String> flaws) {
    if (!flaws.isEmpty()) {
      return Optional.of(new PlanVerdict.Refused(flaws));
    }
    if (versions.hold(project).isEmpty() || sprints.find(project, sprint.value()).isEmpty()) {
      return Optional.of(new PlanVerdict.NotThere(sprint.value()));
    }
    return Optional.empty();
  }

  private PlanVerdict recorded(
      ProjectKey project, String type, long id, Values values, Actor actor) {
    String key = Long.toString(id);
    history.created(project, actor, type, key, values.map());
    return new PlanVerdict.Changed(key, 0, versions.move(project));
  }

  private static PlanEdit.SprintText clean(SprintKey key, SprintLines text) {
    return new PlanEdit.SprintText(
        key.value(),
        Wording.clean(text.title()),
        Wording.clean(text.section()),
        Wording.clean(text.summary()),
        text.dependsOn().stream().map(Wording::clean).distinct().toList());
  }

  private static List<String> flaws(PlanEdit.SprintText text) {
    List<String> flaws = new ArrayList<>();
    line(flaws, "The title", text.title(), Wording.TITLE_LIMIT);
    line(flaws, "The section", text.section(), Wording.TITLE_LIMIT);
    Wording.flaw(text.summary(), Wording.TEXT_LIMIT)
        .ifPresent(flaw -> flaws.add("The summary " + flaw + "."));
    if (text.dependsOn().size() > NAMES_LIMIT) {
      flaws.add("At most " + NAMES_LIMIT + " names of sprints are taken.");
    }
    text.dependsOn()
        .forEach(name -> needed(flaws, "The name of a sprint", name, Wording.TITLE_LIMIT));
    return flaws;
  }

  private static void needed(List<String> flaws, String what, String text, int limit) {
    if (text.isEmpty()) {
      flaws.add(what + " is needed.");
    }
    Wording.flaw(text, limit).ifPresent(flaw -> flaws.add(what + " " + flaw + "."));
  }

  private static void line(List<String> flaws, String what, String text, int limit) {
    Wording.flawOfLine(text, limit).ifPresent(flaw -> flaws.add(what + " " + flaw + "."));
  }
}
