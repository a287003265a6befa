package dev.signalbox.plan.document;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.change.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as the plan has it, with its edges and the blockers that hold it.
 *
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
    Origin origin,
    boolean absent) {

  /** An edge to what it waits for. */
  record Link(String target, Origin origin) {}

  /** A blocker that holds now. */
  record Held(long id, BlockerText text, Origin origin) {}

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

  List<BlockerText> blockers() {
    return held.stream().map(Held::text).toList();
  }

  /** The values that the timeline shows. */
  static Map<String, Object> values(
      String sprint,
      Content content,
      List<String> dependsOn,
      List<BlockerText> blockers,
      boolean absent) {
    return new Values()
        .put("sprint", sprint)
        .put("state", content.state())
        .put("stateDate", content.stateDate())
        .put("text", content.text())
        .put("owners", content.owners())
        .put("source", content.source())
        .put("dependsOn", dependsOn)
        .put("blockers", blockerValues(blockers))
        .put("absent", absent ? true : null)
        .map();
  }

  private static List<Map<String, Object>> blockerValues(List<BlockerText> blockers) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (BlockerText blocker : blockers) {
      values.add(
          new Values()
              .put("class", blocker.kind())
              .put("reason", blocker.reason())
              .put("awaits", blocker.awaits())
              .put("since", blocker.since())
              .map());
    }
    return values;
  }
}
