package dev.signalbox.plan.sprint;

import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.change.Values;
import java.util.Map;

/** A stored sprint with its own lines. */
public record SprintRow(SprintText text, long version) {

  /** The values that the timeline shows. */
  public static Map<String, Object> values(SprintText text) {
    return new Values()
        .put("title", text.title())
        .put("section", text.section())
        .put("summary", text.summary())
        .put("dependsOn", text.dependsOn())
        .map();
  }
}
