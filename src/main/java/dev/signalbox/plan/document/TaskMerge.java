package dev.signalbox.plan.document;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.document.StoredTask.Content;
import dev.signalbox.plan.document.StoredTask.Held;
import dev.signalbox.plan.document.StoredTask.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a document makes of a task that is there: its own owners, edges and blockers replace those
 * of the document before it, and those that people added here stay. Pure.
 *
 * @param sprint that it is in from now on
 * @param added targets of new edges
 * @param removed targets of edges that the document no longer has
 * @param raised blockers that hold from now on
 * @param lifted ids of blockers that the document no longer has
 */
record TaskMerge(
    StoredTask stored,
    String sprint,
    Content content,
    List<String> documentOwners,
    List<String> added,
    List<String> removed,
    List<BlockerText> raised,
    List<Long> lifted) {

  static TaskMerge of(StoredTask stored, TaskText text, String sprint) {
    Set<String> owners = new LinkedHashSet<>(text.owners());
    stored.content().owners().stream()
        .filter(owner -> !stored.documentOwners().contains(owner))
        .forEach(owners::add);
    List<String> targets = stored.targets();
    return new TaskMerge(
        stored,
        sprint,
        new Content(
            text.text(), text.state(), text.stateDate(), List.copyOf(owners), text.source()),
        text.owners(),
        text.dependsOn().stream().filter(target -> !targets.contains(target)).toList(),
        stored.links().stream()
            .filter(link -> link.origin() == Origin.DOCUMENT)
            .map(Link::target)
            .filter(target -> !text.dependsOn().contains(target))
            .toList(),
        text.blockers().stream().filter(blocker -> isNew(stored, blocker)).toList(),
        stored.held().stream()
            .filter(Held::isOfDocument)
            .filter(held -> !text.blockers().contains(held.text()))
            .map(Held::id)
            .toList());
  }

  /** Neither here already, nor decided by a person, however the document words it now. */
  private static boolean isNew(StoredTask stored, BlockerText blocker) {
    String identity = StoredTask.identity(blocker);
    return !stored.dropped().contains(identity)
        && stored.held().stream()
            .noneMatch(
                held ->
                    held.text().equals(blocker)
                        || (held.standing() == Standing.CONFIRMED
                            && StoredTask.identity(held.text()).equals(identity)));
  }

  /** Whether anything but the place in the sprint differs. */
  boolean isChange() {
    return stored.absent()
        || !content.equals(stored.content())
        || !documentOwners.equals(stored.documentOwners())
        || !(added.isEmpty() && removed.isEmpty() && raised.isEmpty() && lifted.isEmpty());
  }

  /** Whether the declared state moves, which ends what was noted for the old one. */
  boolean movesState() {
    return content.state() != stored.content().state();
  }

  /** How the timeline calls it. */
  String past() {
    return stored.absent() ? "returned" : "edited";
  }

  /** What differs, for the timeline. */
  Change change() {
    List<String> targets =
        Stream.concat(
                stored.targets().stream().filter(target -> !removed.contains(target)),
                added.stream())
            .toList();
    List<Map<String, Object>> blockers =
        Stream.concat(
                held().filter(held -> !lifted.contains(held.id())).map(TaskMerge::values),
                StoredTask.values(raised).stream())
            .toList();
    Map<String, Object> before =
        StoredTask.values(
            stored.sprint(),
            stored.content(),
            stored.targets(),
            held().map(TaskMerge::values).toList(),
            stored.absent());
    if (movesState() && stored.closingNote() != null) {
      before.put("note", stored.closingNote());
    }
    return Change.between(before, StoredTask.values(sprint, content, targets, blockers, false));
  }

  private Stream<Held> held() {
    return stored.held().stream();
  }

  private static Map<String, Object> values(Held held) {
    return StoredTask.values(held.text(), held.standing());
  }
}
