package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.importer.writing.Written.Unwritten;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan holds of a sprint that no document has a place for: blockers that people stated here,
 * what is known of external items, and waivers. It is named, so that nobody misses it in silence.
 */
public final class Unsaid {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();
  private static final Place NOWHERE = new Place(0, 1, 1);

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Set<String>> reasons = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final List<Unwritten> named = new ArrayList<>();

  private Unsaid() {}

  /**
   * Names it.
   *
   * @param files as they are written
   * @param dialect that reads them; null or empty for the surest
   * @param held the sprint's tasks, by the keys of the documents
   * @param sprint its key
   */
  public static List<Unwritten> of(
      List<PlanFile> files, @Nullable String dialect, Held held, PlanSnapshot plan, String sprint) {
    Unsaid unsaid = new Unsaid();
    String chosen = dialect == null || dialect.isEmpty() ? null : dialect;
    READER.read(files, chosen).forEach(unsaid::look);
    held.tasks().forEach(unsaid::blockers);
    Set<String> awaited = new HashSet<>();
    held.tasks().values().stream()
        .filter(task -> !task.absent())
        .forEach(
            task -> {
              awaited.addAll(task.dependsOn());
              task.blockers().forEach(blocker -> awaited.add(String.valueOf(blocker.awaits())));
            });
    plan.externals().stream()
        .filter(external -> awaited.contains(external.key()))
        .forEach(unsaid::external);
    plan.sprints().stream()
        .filter(one -> one.key().equals(sprint))
        .flatMap(one -> one.dependsOn().stream())
        .filter(PlanSnapshot.SprintEdge::waived)
        .forEach(edge -> unsaid.name("", "WAIVER", edge.name(), "A document waives nothing."));
    return List.copyOf(unsaid.named);
  }

  private void look(SprintReading reading) {
    for (ParsedPlan.Task task : reading.plan().tasks()) {
      places.putIfAbsent(task.key().value().value(), task.key().place());
    }
    var document = Resolution.of(reading.plan(), List.of()).document();
    document
        .tasks()
        .forEach(
            task ->
                task.blockers()
                    .forEach(
                        blocker ->
                            reasons
                                .computeIfAbsent(task.key().value(), key -> new HashSet<>())
                                .add(Said.oneLine(blocker.reason()))));
    for (ExternalText external : document.externals()) {
      String owner = external.owner();
      if (owner != null) {
        owners.putIfAbsent(external.key(), owner);
      }
    }
  }

  private void blockers(String key, PlanSnapshot.Task task) {
    if (task.absent()) {
      return;
    }
    Set<String> said = reasons.getOrDefault(key, Set.of());
    task.blockers().stream()
        .filter(blocker -> !said.contains(Said.oneLine(blocker.reason())))
        .forEach(
            blocker ->
                name(
                    key,
                    "BLOCKERS",
                    blocker.kind() + ": " + blocker.reason(),
                    "A document says blockers in the words of its tasks; these do not say this."));
  }

  private void external(PlanSnapshot.External external) {
    List<String> more = new ArrayList<>();
    String owner = external.owner();
    if (owner != null && !owner.equals(owners.get(external.key()))) {
      more.add("from " + owner);
    }
    if (external.expectedOn() != null) {
      more.add("expected on " + external.expectedOn());
    }
    if (external.closed()) {
      more.add("closed");
    }
    if (!more.isEmpty()) {
      name(
          "",
          "EXTERNAL",
          external.key() + ": " + String.join(", ", more),
          "A document only names what its tasks wait for.");
    }
  }

  private void name(String task, String field, String plan, String reason) {
    Place place = places.getOrDefault(task, NOWHERE);
    named.add(new Unwritten(task, field, "", plan, reason, place));
  }
}
