package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells "it is no more" from "this kind of document does not speak of it": where no task of a
 * document has owners but several had some before, the column went and not the owners. What the
 * document does not speak of is filled in from the last one. Pure.
 */
final class Silence {

  /** So many tasks do not lose a field at once by being edited one by one. */
  private static final int A_COLUMN = 3;

  private final PlanEdit base;
  private final PlanEdit document;
  private final boolean sameDialect;

  private Silence(PlanEdit base, PlanEdit document, boolean sameDialect) {
    this.base = base;
    this.document = document;
    this.sameDialect = sameDialect;
  }

  /** What the document says, and what the one before it said of all that this one is silent on. */
  static PlanEdit filled(Past.@Nullable Last last, PlanEdit document, String dialect) {
    return last == null
        ? document
        : new Silence(last.said(), document, last.dialect().equals(dialect)).filled();
  }

  private PlanEdit filled() {
    boolean text = isSilent(task -> !task.text().isEmpty());
    boolean dates = isSilent(task -> task.stateDate() != null);
    boolean owners = isSilent(task -> !task.owners().isEmpty());
    boolean source = isSilent(task -> !task.source().isEmpty());
    boolean dependsOn = isSilent(task -> !task.dependsOn().isEmpty());
    Map<TaskKey, TaskText> before = new LinkedHashMap<>();
    base.tasks().forEach(task -> before.put(task.key(), task));
    List<TaskText> tasks =
        document.tasks().stream()
            .map(
                task -> {
                  TaskText old = before.getOrDefault(task.key(), task);
                  LocalDate day = dates && old.state() == task.state() ? old.stateDate() : null;
                  return new TaskText(
                      task.key(),
                      text ? old.text() : task.text(),
                      task.state(),
                      task.stateDate() == null ? day : task.stateDate(),
                      owners ? old.owners() : task.owners(),
                      source ? old.source() : task.source(),
                      dependsOn ? old.dependsOn() : task.dependsOn(),
                      task.blockers());
                })
            .toList();
    return new PlanEdit(
        sprint(),
        tasks,
        externals(tasks),
        document.log().isEmpty() && !sameDialect ? base.log() : document.log(),
        document.risks().isEmpty() && !sameDialect ? base.risks() : document.risks());
  }

  private boolean isSilent(Predicate<TaskText> says) {
    long before = base.tasks().stream().filter(says).count();
    return document.tasks().stream().noneMatch(says) && before >= (sameDialect ? A_COLUMN : 1);
  }

  private SprintText sprint() {
    SprintText old = base.sprint();
    SprintText now = document.sprint();
    return new SprintText(
        now.key(),
        now.title().isEmpty() ? old.title() : now.title(),
        sameDialect || !now.section().isEmpty() ? now.section() : old.section(),
        sameDialect || !now.summary().isEmpty() ? now.summary() : old.summary(),
        sameDialect || !now.dependsOn().isEmpty() ? now.dependsOn() : old.dependsOn());
  }

  private List<ExternalText> externals(List<TaskText> tasks) {
    Set<String> named = new HashSet<>();
    tasks.forEach(task -> named.addAll(task.dependsOn()));
    Map<String, ExternalText> all = new LinkedHashMap<>();
    document.externals().forEach(external -> all.put(external.key(), external));
    base.externals().stream()
        .filter(external -> named.contains(external.key()))
        .forEach(external -> all.putIfAbsent(external.key(), external));
    return List.copyOf(new LinkedHashSet<>(all.values()));
  }
}
