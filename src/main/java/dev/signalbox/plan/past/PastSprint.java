package dev.signalbox.plan.past;

import dev.signalbox.plan.SprintView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sprint on its way back. */
final class PastSprint {

  /** Values of which a change is one version of the sprint; its log and its order are none. */
  private static final Set<String> OWN =
      Set.of("title", "section", "summary", "dependsOn", "waived", "archived");

  final String key;
  String title;
  String section;
  String summary;
  boolean archived;
  List<String> dependsOn;
  Set<String> waived;
  long version;

  /** Why names are waived, as far as it was not undone; the timeline has to say the others. */
  final Map<String, SprintView.Dependency> waivers = new HashMap<>();

  PastSprint(SprintView now) {
    this.key = now.key();
    this.title = now.title();
    this.section = now.section();
    this.summary = now.summary();
    this.archived = now.archived();
    this.dependsOn = now.dependsOn();
    this.version = now.version();
    now.dependencies().stream()
        .filter(SprintView.Dependency::waived)
        .forEach(edge -> waivers.put(edge.name(), edge));
    this.waived = Set.copyOf(waivers.keySet());
  }

  void undo(Undo change) {
    change.text("title", value -> title = text(value));
    change.text("section", value -> section = text(value));
    change.text("summary", value -> summary = text(value));
    change.flag("archived", value -> archived = value);
    change.list("dependsOn", value -> dependsOn = value);
    change.list("waived", value -> waived = Set.copyOf(value));
    waivers.keySet().retainAll(waived);
    if (change.touches(OWN)) {
      version--;
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
