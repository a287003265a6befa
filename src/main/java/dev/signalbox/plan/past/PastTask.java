package dev.signalbox.plan.past;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task on its way back; every entry on the timeline is one version of it. */
final class PastTask {

  /** Changes whose note was said with them, and is none of the task's own. */
  private static final Set<String> SAID = Set.of("task.unblocked", "task.blocker-dropped");

  final long id;
  final String key;
  String text;
  String source;
  String sprint;
  TaskState state;
  @Nullable LocalDate stateDate;
  List<String> owners;
  List<String> dependsOn;
  boolean absent;
  int position;
  long version;
  @Nullable String closingNote;

  /** When it was last changed; null once a change was undone, then the timeline has to say. */
  @Nullable Instant changedAt;

  /** Since when it is absent; null if it is not, or once that was undone. */
  @Nullable Instant absentSince;

  private PlanSnapshot.@Nullable Task told;

  /** What a task has beside what the snapshot shows of it. */
  record Row(
      long id,
      int position,
      String source,
      @Nullable String closingNote,
      @Nullable Instant absentSince,
      Instant changedAt) {}

  PastTask(Row row, PlanSnapshot.Task now) {
    this.id = row.id();
    this.position = row.position();
    this.source = row.source();
    this.closingNote = row.closingNote();
    this.absentSince = row.absentSince();
    this.changedAt = row.changedAt();
    this.key = now.key().value();
    this.text = now.text();
    this.sprint = now.sprint();
    this.state = now.state();
    this.stateDate = now.stateDate();
    this.owners = now.owners();
    this.dependsOn = now.dependsOn();
    this.absent = now.absent();
    this.version = now.version();
  }

  void undo(Undo change) {
    change.text("text", value -> text = value == null ? "" : value);
    change.text("source", value -> source = value == null ? "" : value);
    change.text("sprint", value -> sprint = value == null ? sprint : value);
    change.text("state", value -> state = value == null ? state : TaskState.valueOf(value));
    change.day("stateDate", value -> stateDate = value);
    change.list("owners", value -> owners = value);
    change.list("dependsOn", value -> dependsOn = value);
    change.flag("absent", value -> absent = value);
    change.flag("absent", _ -> absentSince = null);
    if (!SAID.contains(change.action())) {
      change.text("note", value -> closingNote = value);
    }
    change.text("position", value -> position = value == null ? position : Integer.parseInt(value));
    version--;
    changedAt = null;
    told = null;
  }

  /** As it stands now; the same object as before if nothing changed. */
  PlanSnapshot.Task tell(List<PlanSnapshot.Blocker> blockers) {
    if (told == null || !told.blockers().equals(blockers)) {
      told =
          new PlanSnapshot.Task(
              new TaskKey(key),
              text,
              sprint,
              state,
              stateDate,
              owners,
              dependsOn,
              blockers,
              absent,
              version);
    }
    return told;
  }
}
