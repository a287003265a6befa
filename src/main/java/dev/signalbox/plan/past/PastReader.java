package dev.signalbox.plan.past;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Moments.Moment;
import dev.signalbox.timeline.TimelineReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Walks a plan back from the present to moments of its past, in one pass. */
@Component
public class PastReader {

  private final PresentRows rows;
  private final PastOrder order;
  private final TimelineReader timeline;

  PastReader(PresentRows rows, PastOrder order, TimelineReader timeline) {
    this.rows = rows;
    this.order = order;
    this.timeline = timeline;
  }

  /**
   * The plan at each moment, by version; needs a transaction in which the present stands still.
   *
   * @param moments the newest first
   * @throws java.util.NoSuchElementException if there is no such project
   */
  public Map<Long, PlanSnapshot> read(ProjectKey project, List<Moment> moments) {
    Map<Long, PlanSnapshot> told = new HashMap<>();
    PastPlan plan = rows.read(project);
    if (moments.isEmpty()) {
      return told;
    }
    WalkBack walk =
        new WalkBack(plan, order.since(project, moments.getLast().lastEntry()), timeline);
    for (Moment moment : moments) {
      walk.to(moment.lastEntry());
      told.put(moment.version(), plan.tell(moment));
    }
    return told;
  }

  /**
   * The plan at one moment with all that lists and pages show of it.
   *
   * @throws java.util.NoSuchElementException if there is no such project
   */
  PastPlan at(ProjectKey project, Moment moment) {
    PastPlan plan = rows.read(project);
    new WalkBack(plan, order.since(project, moment.lastEntry()), timeline).to(moment.lastEntry());
    return plan;
  }
}
