package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Moments;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads of a plan only what changed since a snapshot of it. Every change of a plan is on the
 * timeline, which says what to read.
 */
@Component
public class SnapshotChanges {

  /** A document put the tasks of a sprint into another order. */
  private static final String REORDERED = "sprint.reordered";

  private final ProjectRows projects;
  private final Moments moments;
  private final TimelineReader timeline;
  private final SnapshotReader snapshots;

  SnapshotChanges(
      ProjectRows projects, Moments moments, TimelineReader timeline, SnapshotReader snapshots) {
    this.projects = projects;
    this.moments = moments;
    this.timeline = timeline;
    this.snapshots = snapshots;
  }

  /**
   * The plan now, the same as {@link SnapshotReader} reads; what did not change is the same object
   * as in the earlier snapshot. Empty where only a whole read knows: after more entries than a page
   * of the timeline, after tasks were put into another order, and when the plan moves meanwhile.
   *
   * @param earlier of any version of the same project
   */
  public @Nullable PlanSnapshot since(PlanSnapshot earlier) {
    ProjectKey project = earlier.project();
    OptionalLong last = moments.lastEntry(project, earlier.version());
    long version = projects.version(project).orElse(-1L);
    if (last.isEmpty() || version < 0) {
      return null;
    }
    Set<String> tasks = new HashSet<>();
    Set<String> externals = new HashSet<>();
    boolean sprints = false;
    // Read after the version, so that all of its entries are there.
    Page<TimelineEntryView> page =
        timeline.page(TimelineQuery.ofProject(project.value()), null, Page.MAX_LIMIT);
    if (page.next() != null && page.items().getLast().id() > last.getAsLong()) {
      return null;
    }
    for (TimelineEntryView entry : page.items()) {
      if (entry.id() <= last.getAsLong()) {
        break;
      }
      if (entry.action().equals(REORDERED)) {
        return null;
      }
      switch (entry.objectType()) {
        case "task" -> tasks.add(entry.objectKey());
        case "external" -> externals.add(entry.objectKey());
        case "sprint" -> sprints = true;
        default -> {
          // No part of a plan.
        }
      }
    }
    // A new task may stand for an external item from now on.
    externals.addAll(tasks);
    SnapshotRows rows = snapshots.read(project, tasks, externals, sprints);
    return rows.version() == version ? merged(earlier, rows, tasks, externals, sprints) : null;
  }

  private static @Nullable PlanSnapshot merged(
      PlanSnapshot earlier,
      SnapshotRows rows,
      Set<String> tasks,
      Set<String> externals,
      boolean sprints) {
    List<Task> all = ChangedTasks.placed(earlier.tasks(), tasks, rows.tasks());
    if (all == null) {
      return null;
    }
    List<Sprint> allSprints = sprints ? rows.sprints() : earlier.sprints();
    List<External> allExternals = externals(earlier.externals(), externals, rows.externals());
    return new PlanSnapshot(earlier.project(), rows.version(), allSprints, all, allExternals);
  }

  /** New ones come last, as they are in the order in which they were made. */
  private static List<External> externals(
      List<External> earlier, Set<String> changed, List<External> read) {
    if (read.isEmpty() && earlier.stream().noneMatch(item -> changed.contains(item.key()))) {
      return earlier;
    }
    List<External> left = new ArrayList<>(read);
    List<External> all = new ArrayList<>(earlier.size() + read.size());
    for (External item : earlier) {
      if (changed.contains(item.key())) {
        int at = 0;
        while (at < left.size() && !left.get(at).key().equals(item.key())) {
          at++;
        }
        if (at < left.size()) {
          all.add(left.remove(at));
        }
      } else {
        all.add(item);
      }
    }
    all.addAll(left);
    return List.copyOf(all);
  }
}
