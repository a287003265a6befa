package dev.signalbox.importer.writing;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Documents that are imported, changed as people change a plan, and exported again. */
final class Round {

  private final List<PlanFile> files;
  private final Map<String, PlanSnapshot.Task> tasks = new LinkedHashMap<>();

  private Round(List<PlanFile> files) {
    this.files = files;
    Reread.of(files, null, List.of())
        .entries()
        .forEach((key, entry) -> tasks.put(key, held(key, entry.said())));
  }

  static Round of(List<PlanFile> files) {
    return new Round(files);
  }

  static Round of(String text) {
    return new Round(List.of(PlanFile.ofText("plan.md", text)));
  }

  private static PlanSnapshot.Task held(String key, Said said) {
    return task(
        key,
        said.text(),
        said.state(),
        said.date(),
        List.copyOf(said.owners()),
        List.copyOf(said.dependsOn()));
  }

  private static PlanSnapshot.Task task(
      String key,
      String text,
      TaskState state,
      @Nullable LocalDate date,
      List<String> owners,
      List<String> dependsOn) {
    return new PlanSnapshot.Task(
        new TaskKey(key), text, "1", state, date, owners, dependsOn, List.of(), false, 0);
  }

  List<String> keys() {
    return List.copyOf(tasks.keySet());
  }

  PlanSnapshot.Task task(String key) {
    return tasks.get(key);
  }

  Round declare(String key, TaskState state, @Nullable LocalDate date) {
    return change(key, t -> task(key, t.text(), state, date, t.owners(), t.dependsOn()));
  }

  Round say(String key, String text) {
    return change(key, t -> task(key, text, t.state(), t.stateDate(), t.owners(), t.dependsOn()));
  }

  Round give(String key, String... owners) {
    return change(
        key, t -> task(key, t.text(), t.state(), t.stateDate(), List.of(owners), t.dependsOn()));
  }

  Round bind(String key, String... dependsOn) {
    return change(
        key, t -> task(key, t.text(), t.state(), t.stateDate(), t.owners(), List.of(dependsOn)));
  }

  Round add(String key, String text, TaskState state, List<String> owners, List<String> dependsOn) {
    tasks.put(key, task(key, text, state, null, owners, dependsOn));
    return this;
  }

  private Round change(String key, UnaryOperator<PlanSnapshot.Task> change) {
    PlanSnapshot.Task task = tasks.get(key);
    if (task == null) {
      throw new AssertionError("no task " + key + " in " + tasks.keySet());
    }
    tasks.put(key, change.apply(task));
    return this;
  }

  Written write() {
    return new WriteBack(files, null, new Held(tasks, tasks.keySet())).write();
  }

  /** The only file as text; everything must have been written. */
  String text() {
    Written written = write();
    if (!written.unwritten().isEmpty()) {
      throw new AssertionError("not written: " + written.unwritten());
    }
    return new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}
