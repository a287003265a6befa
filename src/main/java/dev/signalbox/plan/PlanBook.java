package dev.signalbox.plan;

import dev.signalbox.plan.past.PastBooks;
import dev.signalbox.plan.read.ExternalPages;
import dev.signalbox.plan.read.LogPages;
import dev.signalbox.plan.read.ProposalPages;
import dev.signalbox.plan.read.ResumeStates;
import dev.signalbox.plan.read.SprintPages;
import dev.signalbox.plan.read.TaskDetails;
import dev.signalbox.plan.read.TaskLines;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people look things up: declared facts of a project, page by page. What is true of a task is
 * for the graph to say. Every question is about now, where {@code asOf} is null, or about an
 * instant of the past, inclusive; before the project was made there was nothing. A cursor that does
 * not belong to its list is a problem 400.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class PlanBook {

  private final TaskLines lines;
  private final TaskDetails details;
  private final SprintPages sprints;
  private final ExternalPages externals;
  private final ProposalPages proposals;
  private final ResumeStates resumes;
  private final LogPages logs;
  private final PastBooks past;

  PlanBook(
      TaskLines lines,
      TaskDetails details,
      SprintPages sprints,
      ExternalPages externals,
      ProposalPages proposals,
      ResumeStates resumes,
      LogPages logs,
      PastBooks past) {
    this.lines = lines;
    this.details = details;
    this.sprints = sprints;
    this.externals = externals;
    this.proposals = proposals;
    this.resumes = resumes;
    this.logs = logs;
    this.past = past;
  }

  public Page<TaskLine> tasks(ProjectKey project, @Nullable Instant asOf, TaskQuery query) {
    return asOf == null
        ? lines.find(project, query)
        : page(past.at(project, asOf).map(book -> book.tasks(query)));
  }

  public Optional<TaskView> task(ProjectKey project, @Nullable Instant asOf, TaskKey key) {
    return asOf == null
        ? details.find(project, key)
        : past.at(project, asOf)
            .flatMap(book -> book.task(key, logs.mentions(project, key.value(), book.since())));
  }

  /** Blockers that were read from prose and wait for a decision, in the order they came. */
  public Page<ProposalView> proposals(
      ProjectKey project, @Nullable Instant asOf, @Nullable String cursor, int limit) {
    return asOf == null
        ? proposals.list(project, cursor, limit)
        : page(past.at(project, asOf).map(book -> book.proposals(cursor, limit)));
  }

  /** What each of some tasks goes back to when nothing blocks it any more; TODO if not named. */
  public Map<TaskKey, TaskState> resumeStates(ProjectKey project, Collection<TaskKey> tasks) {
    return tasks.isEmpty() ? Map.of() : resumes.of(project, tasks);
  }

  /**
   * Sprints in the order in which they came.
   *
   * @param archived whether archived ones are among them
   */
  public Page<SprintView> sprints(
      ProjectKey project,
      @Nullable Instant asOf,
      boolean archived,
      @Nullable String cursor,
      int limit) {
    return asOf == null
        ? sprints.sprints(project, archived, cursor, limit)
        : page(past.at(project, asOf).map(book -> book.sprints(archived, cursor, limit)));
  }

  public Optional<SprintView> sprint(ProjectKey project, @Nullable Instant asOf, SprintKey key) {
    return asOf == null
        ? sprints.sprint(project, key)
        : past.at(project, asOf).flatMap(book -> book.sprint(key));
  }

  /** The execution log: rows of documents in their order, then those that people added. */
  public Page<LogView> log(
      ProjectKey project,
      @Nullable Instant asOf,
      SprintKey sprint,
      @Nullable String cursor,
      int limit) {
    return logs.log(project, sprint, asOf, cursor, limit);
  }

  /** Decisions and risks: lines of documents in their order, then those that people added. */
  public Page<RiskView> risks(
      ProjectKey project,
      @Nullable Instant asOf,
      SprintKey sprint,
      @Nullable String cursor,
      int limit) {
    return logs.risks(project, sprint, asOf, cursor, limit);
  }

  /**
   * External items in the order of their keys.
   *
   * @param closed only closed or only open ones; null for all
   */
  public Page<ExternalView> externals(
      ProjectKey project,
      @Nullable Instant asOf,
      @Nullable Boolean closed,
      @Nullable String cursor,
      int limit) {
    return asOf == null
        ? externals.list(project, closed, cursor, limit)
        : page(past.at(project, asOf).map(book -> book.externals(closed, cursor, limit)));
  }

  public Optional<ExternalView> external(
      ProjectKey project, @Nullable Instant asOf, TargetKey key) {
    return asOf == null
        ? externals.find(project, key)
        : past.at(project, asOf).flatMap(book -> book.external(key));
  }

  private static <T> Page<T> page(Optional<Page<T>> told) {
    return told.orElseGet(() -> new Page<>(List.of(), null));
  }
}
