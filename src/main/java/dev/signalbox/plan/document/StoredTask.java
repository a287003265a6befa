package dev.signalbox.plan.document;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.change.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task as the plan has it, with its edges and the blockers that hold it.
 *
 * @param dropped identities of blockers of which a person said that they are not so
 * @param origin who made it; one made by hand never leaves the plan
 */
record StoredTask(
    long id,
    String key,
    String sprint,
    int position,
    Content content,
    List<String> documentOwners,
    List<Link> links,
    List<Held> held,
    Set<String> dropped,
    Origin origin,
    boolean absent,
    @Nullable String closingNote) {

  /** An edge to what it waits for. */
  record Link(String target, Origin origin) {}

  /** A blocker that holds now. */
  record Held(long id, BlockerText text, Origin origin, Standing standing) {

    /** Whether the next document may end it by not saying it again. */
    boolean isOfDocument() {
      return origin == Origin.DOCUMENT && standing != Standing.CONFIRMED;
    }
  }

  /** What makes two wordings one blocker of a task: what is awaited, or else the words. */
  static String identity(@Nullable String awaits, String reason) {
    return awaits == null ? "says " + reason : "awaits " + awaits;
  }

  static String identity(BlockerText blocker) {
    return identity(blocker.awaits(), blocker.reason());
  }

  /** What a document says of a task, apart from its edges and blockers. */
  record Content(
      String text,
      TaskState state,
      @Nullable LocalDate stateDate,
      List<String> owners,
      String source) {}

  List<String> targets() {
    return links.stream().map(Link::target).toList();
  }

  /** The values that the timeline shows. */
  static Map<String, Object> values(
      String sprint,
      Content content,
      List<String> dependsOn,
      List<Map<String, Object>> blockers,
      boolean absent) {
    return new Values()
        .put("sprint", sprint)
        .put("state", content.state())
        .put("stateDate", content.stateDate())
        .put("text", content.text())
        .put("owners", content.owners())
        .put("source", content.source())
        .put("dependsOn", dependsOn)
        .put("blockers", blockers)
        .put("absent", absent ? true : null)
        .map();
  }

  /** A blocker as the timeline shows it. */
  static Map<String, Object> values(BlockerText blocker, Standing standing) {
    return new Values()
        .put("class", blocker.kind())
        .put("reason", blocker.reason())
        .put("awaits", blocker.awaits())
        .put("since", blocker.since())
        .put("standing", standing == Standing.STATED ? null : standing)
        .put("sureness", blocker.sureness())
        .map();
  }

  /** Blockers that a document brings now, as the timeline shows them. */
  static List<Map<String, Object>> values(List<BlockerText> raised) {
    return raised.stream().map(text -> values(text, standing(text))).toList();
  }

  /** How a blocker stands that a document brings. */
  static Standing standing(BlockerText raised) {
    return raised.sureness() == null ? Standing.STATED : Standing.PROPOSED;
  }
}
