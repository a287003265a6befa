package dev.signalbox.plan;

import dev.signalbox.wire.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a plan's lists and pages show, now or at an instant; times of changes are left out. */
final class PlanPages {

  private static final int PAGE = 3;

  private PlanPages() {}

  static List<Object> of(PlanBook book, ProjectKey project, @Nullable Instant at) {
    List<Object> shown = new ArrayList<>();
    for (String key : keys(book, project, at, TaskSort.PLAN)) {
      shown.add(task(book.task(project, at, new TaskKey(key)).orElseThrow()));
    }
    book.tasks(project, at, query(TaskSort.KEY, null, Page.MAX_LIMIT)).items().stream()
        .map(PlanPages::line)
        .forEach(shown::add);
    for (SprintView sprint : book.sprints(project, at, true, null, Page.MAX_LIMIT).items()) {
      SprintKey key = new SprintKey(sprint.key());
      shown.add(sprint);
      shown.add(book.sprint(project, at, key).orElseThrow());
      shown.add(book.log(project, at, key, null, Page.MAX_LIMIT));
      shown.add(book.risks(project, at, key, null, Page.MAX_LIMIT));
    }
    for (ExternalView item : book.externals(project, at, null, null, Page.MAX_LIMIT).items()) {
      shown.add(external(item));
      shown.add(external(book.external(project, at, new TargetKey(item.key())).orElseThrow()));
    }
    shown.add(book.externals(project, at, true, null, Page.MAX_LIMIT).items().size());
    shown.add(book.proposals(project, at, null, Page.MAX_LIMIT).items());
    return shown;
  }

  /** Keys of all tasks, page by page. */
  static List<String> keys(PlanBook book, ProjectKey project, @Nullable Instant at, TaskSort sort) {
    List<String> keys = new ArrayList<>();
    String cursor = null;
    do {
      Page<TaskLine> page = book.tasks(project, at, query(sort, cursor));
      page.items().forEach(line -> keys.add(line.key()));
      cursor = page.next();
    } while (cursor != null);
    return keys;
  }

  static TaskQuery query(TaskSort sort, @Nullable String cursor) {
    return query(sort, cursor, PAGE);
  }

  private static TaskQuery query(TaskSort sort, @Nullable String cursor, int limit) {
    return new TaskQuery(Set.of(), null, null, null, sort, cursor, limit);
  }

  private static Object line(TaskLine line) {
    return List.of(
        line.key(),
        line.sprint(),
        line.state(),
        String.valueOf(line.stateDate()),
        line.text(),
        line.owners(),
        line.source(),
        line.dependencies(),
        line.blockers(),
        line.absentSince() != null,
        line.version());
  }

  private static Object task(TaskView view) {
    List<Object> shown = new ArrayList<>();
    shown.add(
        List.of(
            view.key(),
            view.sprint(),
            view.sprintTitle(),
            view.state(),
            String.valueOf(view.stateDate()),
            String.valueOf(view.closingNote()),
            view.text(),
            view.owners(),
            view.source(),
            view.place()));
    shown.add(
        List.of(
            view.absentSince() != null,
            String.valueOf(view.previous()),
            String.valueOf(view.next()),
            view.dependencies().stream().map(PlanPages::edge).toList(),
            view.dependents().stream().map(PlanPages::edge).toList(),
            view.blockers().stream().map(PlanPages::blocker).toList(),
            view.mentions(),
            view.version()));
    return shown;
  }

  /** The past does not tell who said so. */
  private static Object edge(DependencyView edge) {
    return new DependencyView(edge.key(), edge.kind(), null, edge.text(), edge.state());
  }

  /** Who confirmed it is forgotten once it is dropped; that and when is all that may differ. */
  private static Object blocker(BlockerView blocker) {
    return List.of(
        blocker.id(),
        blocker.kind(),
        blocker.reason(),
        String.valueOf(blocker.awaits()),
        String.valueOf(blocker.ageDays()),
        blocker.standing(),
        blocker.decidedAt() != null,
        blocker.holds(),
        String.valueOf(blocker.resolvedBy()),
        String.valueOf(blocker.resolution()));
  }

  private static Object external(ExternalView item) {
    return new ExternalView(
        item.key(),
        item.kind(),
        item.text(),
        item.owner(),
        item.expectedOn(),
        item.closed(),
        item.evidence(),
        item.closedAt() == null ? null : Instant.EPOCH,
        item.closedBy(),
        item.revokedAt() == null ? null : Instant.EPOCH,
        item.revokedBy(),
        item.revocation(),
        item.dependents(),
        item.isTask(),
        item.version());
  }
}
