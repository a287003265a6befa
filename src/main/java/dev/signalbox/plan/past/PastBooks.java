package dev.signalbox.plan.past;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.plan.change.Moments;
import dev.signalbox.plan.change.Moments.Moment;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the book of a plan at an instant of its past. */
@Component
public class PastBooks {

  private final Moments moments;
  private final PastReader reader;
  private final TimelineReader timeline;

  PastBooks(Moments moments, PastReader reader, TimelineReader timeline) {
    this.moments = moments;
    this.reader = reader;
    this.timeline = timeline;
  }

  /**
   * All that lists and pages showed then; needs a transaction in which the present stands still.
   *
   * @return empty before the project was made
   */
  public Optional<PastBook> at(ProjectKey project, Instant instant) {
    return moments.at(project, instant).map(moment -> read(project, moment, instant));
  }

  private PastBook read(ProjectKey project, Moment moment, Instant asked) {
    PastPlan plan = reader.at(project, moment);
    dateTasks(plan, moment.lastEntry());
    dateExternals(plan, moment.lastEntry());
    plan.sprints().forEach(sprint -> explainWaivers(project, sprint, moment.lastEntry()));
    return new PastBook(plan, moment, asked);
  }

  private void dateTasks(PastPlan plan, long last) {
    List<PastTask> undone = plan.tasks().stream().filter(task -> task.changedAt == null).toList();
    Map<String, Instant> changed = latest(plan, "task", keys(undone), null, last);
    List<PastTask> absent =
        undone.stream().filter(task -> task.absent && task.absentSince == null).toList();
    Map<String, Instant> left = latest(plan, "task", keys(absent), "task.left-plan", last);
    undone.forEach(task -> task.changedAt = changed.get(task.key));
    absent.forEach(task -> task.absentSince = left.get(task.key));
  }

  private void dateExternals(PastPlan plan, long last) {
    List<PastExternal> closed =
        plan.externals().stream().filter(e -> e.closed && e.closedAt == null).toList();
    List<PastExternal> revoked =
        plan.externals().stream().filter(e -> e.revokedBy != null && e.revokedAt == null).toList();
    Map<String, Instant> closings =
        latest(plan, "external", closed.stream().map(e -> e.key).toList(), "external.closed", last);
    Map<String, Instant> takings =
        latest(
            plan, "external", revoked.stream().map(e -> e.key).toList(), "external.revoked", last);
    closed.forEach(external -> external.closedAt = closings.get(external.key));
    revoked.forEach(external -> external.revokedAt = takings.get(external.key));
  }

  /** Finds the words of waivers that were taken back since; there are few of them. */
  private void explainWaivers(ProjectKey project, PastSprint sprint, long last) {
    if (sprint.waivers.keySet().containsAll(sprint.waived)) {
      return;
    }
    var query =
        new TimelineQuery(project.value(), "sprint", sprint.key, null, "sprint.waived", null, null);
    for (TimelineEntryView entry : timeline.page(query, null, Page.MAX_LIMIT).items()) {
      if (entry.id() <= last) {
        names(entry.after()).stream()
            .filter(name -> !names(entry.before()).contains(name))
            .filter(sprint.waived::contains)
            .forEach(name -> sprint.waivers.putIfAbsent(name, waiver(name, entry)));
      }
    }
  }

  private static List<String> names(@Nullable Object values) {
    return values instanceof Map<?, ?> map && map.get("waived") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static SprintView.Dependency waiver(String name, TimelineEntryView entry) {
    Object reason = entry.after() instanceof Map<?, ?> after ? after.get("reason") : null;
    return new SprintView.Dependency(
        name, null, true, reason == null ? null : reason.toString(), entry.actor().name());
  }

  private Map<String, Instant> latest(
      PastPlan plan, String type, List<String> keys, @Nullable String action, long last) {
    return timeline.latest(plan.project().value(), type, keys, action, last);
  }

  private static List<String> keys(List<PastTask> tasks) {
    return tasks.stream().map(task -> task.key).toList();
  }
}
