package dev.signalbox.plan.past;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sprint on its way back. */
final class PastSprint {

  final String key;
  String title;
  String section;
  boolean archived;
  List<String> dependsOn;
  Set<String> waived;

  PastSprint(
      String key,
      String title,
      String section,
      boolean archived,
      List<String> dependsOn,
      List<String> waived) {
    this.key = key;
    this.title = title;
    this.section = section;
    this.archived = archived;
    this.dependsOn = dependsOn;
    this.waived = Set.copyOf(waived);
  }

  void undo(Undo change) {
    change.text("title", value -> title = text(value));
    change.text("section", value -> section = text(value));
    change.flag("archived", value -> archived = value);
    change.list("dependsOn", value -> dependsOn = value);
    change.list("waived", value -> waived = Set.copyOf(value));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
