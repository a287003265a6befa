package dev.signalbox.plan.past;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An external item on its way back. */
final class PastExternal {

  final String key;
  ExternalKind kind;
  String text;
  @Nullable String owner;
  @Nullable LocalDate expectedOn;
  boolean closed;
  @Nullable String closedBy;

  PastExternal(PlanSnapshot.External now) {
    this.key = now.key();
    this.kind = now.kind();
    this.text = now.text();
    this.owner = now.owner();
    this.expectedOn = now.expectedOn();
    this.closed = now.closed();
    this.closedBy = now.closedBy();
  }

  void undo(Undo change) {
    change.text("kind", value -> kind = value == null ? kind : ExternalKind.valueOf(value));
    change.text("text", value -> text = value == null ? "" : value);
    change.text("owner", value -> owner = value);
    change.day("expectedOn", value -> expectedOn = value);
    change.flag("closedBy", value -> closed = value);
    change.text("closedBy", value -> closedBy = value);
  }

  PlanSnapshot.External tell() {
    return new PlanSnapshot.External(key, kind, text, owner, expectedOn, closed, closedBy);
  }
}
