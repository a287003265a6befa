package dev.signalbox.plan.sprint;

import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.change.Values;
import java.util.List;
import java.util.Map;

/**
 * A stored sprint with its own lines.
 *
 * @param waived names of sprints that it need not wait for, in the order of its lines
 */
public record SprintRow(SprintText text, long version, boolean archived, List<String> waived) {

  /** A sprint as it is made. */
  public static SprintRow fresh(SprintText text) {
    return new SprintRow(text, 0, false, List.of());
  }

  /** With other lines; a waiver stays as long as its name does. */
  public SprintRow with(SprintText lines) {
    List<String> stay = lines.dependsOn().stream().filter(waived::contains).toList();
    return new SprintRow(lines, version + 1, archived, stay);
  }

  /** The values that the timeline shows. */
  public Map<String, Object> values() {
    return new Values()
        .put("title", text.title())
        .put("section", text.section())
        .put("summary", text.summary())
        .put("dependsOn", text.dependsOn())
        .put("waived", waived)
        .put("archived", archived ? true : null)
        .map();
  }
}
