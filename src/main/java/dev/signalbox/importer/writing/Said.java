package dev.signalbox.importer.writing;

import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a task as values, whether a document or the plan says them. */
record Said(
    TaskState state,
    @Nullable LocalDate date,
    String text,
    Set<String> owners,
    Set<String> dependsOn) {

  static Said of(TaskText task) {
    return new Said(
        task.state(),
        task.stateDate(),
        task.text(),
        new LinkedHashSet<>(task.owners()),
        new LinkedHashSet<>(task.dependsOn()));
  }

  static Said of(PlanSnapshot.Task task) {
    return new Said(
        task.state(),
        task.stateDate(),
        oneLine(task.text()),
        new LinkedHashSet<>(task.owners()),
        new LinkedHashSet<>(task.dependsOn()));
  }

  /** A document's fields are one line each; white space that says nothing is no difference. */
  static String oneLine(String text) {
    return Wording.clean(text.replaceAll("[\\s\\u00a0]+", " "));
  }

  Said withDeclared(TaskState other, @Nullable LocalDate on) {
    return new Said(other, on, text, owners, dependsOn);
  }

  Said withText(String other) {
    return new Said(state, date, other, owners, dependsOn);
  }

  Said withOwners(Set<String> others) {
    return new Said(state, date, text, others, dependsOn);
  }

  Said withDependsOn(Set<String> others) {
    return new Said(state, date, text, owners, others);
  }

  /** This with one field of the other. */
  Said with(Field field, Said other) {
    return switch (field) {
      case STATE -> withDeclared(other.state, other.date);
      case TEXT -> withText(other.text);
      case OWNERS -> withOwners(other.owners);
      case DEPENDENCIES -> withDependsOn(other.dependsOn);
      case ROW -> other;
    };
  }

  boolean sameIn(Field field, Said other) {
    return with(field, other).equals(this);
  }

  String words(Field field) {
    return switch (field) {
      case STATE -> date == null ? state.name() : state + " (" + date + ")";
      case TEXT -> text;
      case OWNERS -> String.join(", ", owners);
      case DEPENDENCIES -> String.join(", ", dependsOn);
      case ROW -> state + ": " + text;
    };
  }
}
