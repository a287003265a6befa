package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that a document's edit is held against, in one list. Pure. */
final class Objections {

  static final int SHOWN = 50;
  static final int TASKS_LIMIT = 50_000;
  static final int DEPENDENCIES_LIMIT = 2_000;
  static final int BLOCKERS_LIMIT = 100;

  private final List<String> found = new ArrayList<>();

  private Objections() {}

  /** All objections to a cleaned edit. */
  static List<String> to(PlanEdit edit) {
    Objections objections = new Objections();
    objections.sprint(edit.sprint());
    if (edit.tasks().size() > TASKS_LIMIT) {
      objections.add("a document brings at most " + TASKS_LIMIT + " tasks");
    }
    if (edit.absent().size() > TASKS_LIMIT) {
      objections.add("a document takes at most " + TASKS_LIMIT + " tasks out of a plan");
    }
    Set<TaskKey> keys = new HashSet<>();
    for (TaskText task : edit.tasks()) {
      if (!keys.add(task.key())) {
        objections.add(task.key() + " stands there twice");
      }
      objections.task(task);
    }
    objections.externals(edit);
    edit.log()
        .forEach(
            row -> {
              objections.text("a log row", row.text(), Wording.TEXT_LIMIT);
              objections.line("the owner of a log row", row.owner(), Wording.NAME_LIMIT);
              objections.day("a log row", row.on());
            });
    edit.risks().forEach(risk -> objections.needed("a risk", risk.text(), Wording.TEXT_LIMIT));
    return objections.shown();
  }

  private void sprint(PlanEdit.SprintText sprint) {
    try {
      new SprintKey(sprint.key());
    } catch (IllegalArgumentException e) {
      add("sprint '%s': %s".formatted(sprint.key(), e.getMessage()));
    }
    line("the sprint's title", sprint.title(), Wording.TITLE_LIMIT);
    line("the sprint's section", sprint.section(), Wording.TITLE_LIMIT);
    text("the sprint's summary", sprint.summary(), Wording.TEXT_LIMIT);
    sprint.dependsOn().forEach(name -> line("a sprint's name", name, Wording.TITLE_LIMIT));
  }

  private void task(TaskText task) {
    String key = task.key().value();
    text("the text of " + key, task.text(), Wording.TEXT_LIMIT);
    line("the source of " + key, task.source(), Wording.TITLE_LIMIT);
    day(key, task.stateDate());
    limit(key, "owners", task.owners().size(), Wording.OWNERS_LIMIT);
    limit(key, "dependencies", task.dependsOn().size(), DEPENDENCIES_LIMIT);
    limit(key, "blockers", task.blockers().size(), BLOCKERS_LIMIT);
    task.owners().forEach(owner -> line("an owner of " + key, owner, Wording.NAME_LIMIT));
    task.dependsOn().forEach(target -> target(key, target));
    for (BlockerText blocker : task.blockers()) {
      needed("a blocker of " + key, blocker.reason(), Wording.NOTE_LIMIT);
      day("a blocker of " + key, blocker.since());
      String awaits = blocker.awaits();
      if (awaits != null) {
        target(key, awaits);
      }
    }
  }

  private void externals(PlanEdit edit) {
    Set<String> keys = new HashSet<>();
    edit.externals()
        .forEach(
            external -> {
              String key = external.key();
              if (!keys.add(key)) {
                add("the external item '%s' stands there twice".formatted(key));
              }
              if (!TargetKey.isTarget(key)) {
                add("'%s' cannot be the key of an external item".formatted(key));
              }
              text("the text of " + key, external.text(), Wording.TEXT_LIMIT);
              String owner = external.owner();
              if (owner != null) {
                line("the owner of " + key, owner, Wording.NAME_LIMIT);
              }
            });
  }

  private void target(String task, String target) {
    if (target.equals(task)) {
      add(task + " waits for itself");
    } else if (!TargetKey.isTarget(target)) {
      add("%s waits for '%s', which cannot be a key".formatted(task, target));
    }
  }

  private void needed(String what, String text, int limit) {
    if (text.isEmpty()) {
      add(what + " is empty");
    }
    text(what, text, limit);
  }

  private void text(String what, String text, int limit) {
    Wording.flaw(text, limit).ifPresent(flaw -> add(what + " " + flaw));
  }

  private void line(String what, String text, int limit) {
    Wording.flawOfLine(text, limit).ifPresent(flaw -> add(what + " " + flaw));
  }

  private void day(String what, @Nullable LocalDate day) {
    if (day != null && !Wording.isDay(day)) {
      add(what + " has a date outside 1970 to 2199");
    }
  }

  private void limit(String task, String what, int size, int limit) {
    if (size > limit) {
      add("%s has %d %s; at most %d are taken".formatted(task, size, what, limit));
    }
  }

  private void add(String objection) {
    found.add(objection);
  }

  private List<String> shown() {
    if (found.size() <= SHOWN) {
      return List.copyOf(found);
    }
    List<String> shown = new ArrayList<>(found.subList(0, SHOWN));
    shown.add("and " + (found.size() - SHOWN) + " more");
    return List.copyOf(shown);
  }
}
