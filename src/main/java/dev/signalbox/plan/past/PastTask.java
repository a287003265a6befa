package dev.signalbox.plan.past;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task on its way back; every entry on the timeline is one version of it. */
final class PastTask {

  final long id;
  final String key;
  String text;
  String sprint;
  TaskState state;
  @Nullable LocalDate stateDate;
  List<String> owners;
  List<String> dependsOn;
  boolean absent;
  int position;
  long version;
  private PlanSnapshot.@Nullable Task told;

  PastTask(long id, int position, PlanSnapshot.Task now) {
    this.id = id;
    this.position = position;
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
    change.text("sprint", value -> sprint = value == null ? sprint : value);
    change.text("state", value -> state = value == null ? state : TaskState.valueOf(value));
    change.day("stateDate", value -> stateDate = value);
    change.list("owners", value -> owners = value);
    change.list("dependsOn", value -> dependsOn = value);
    change.flag("absent", value -> absent = value);
    change.text("position", value -> position = value == null ? position : Integer.parseInt(value));
    version--;
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
