package dev.signalbox.plan;

import dev.signalbox.plan.read.ExternalPages;
import dev.signalbox.plan.read.ProposalPages;
import dev.signalbox.plan.read.ResumeStates;
import dev.signalbox.plan.read.SprintPages;
import dev.signalbox.plan.read.TaskDetails;
import dev.signalbox.plan.read.TaskLines;
import dev.signalbox.wire.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people look things up: declared facts of a project, page by page. What is true of a task is
 * for the graph to say. A cursor that does not belong to its list is a problem 400.
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

  PlanBook(
      TaskLines lines,
      TaskDetails details,
      SprintPages sprints,
      ExternalPages externals,
      ProposalPages proposals,
      ResumeStates resumes) {
    this.lines = lines;
    this.details = details;
    this.sprints = sprints;
    this.externals = externals;
    this.proposals = proposals;
    this.resumes = resumes;
  }

  public Page<TaskLine> tasks(ProjectKey project, TaskQuery query) {
    return lines.find(project, query);
  }

  public Optional<TaskView> task(ProjectKey project, TaskKey key) {
    return details.find(project, key);
  }

  /** Blockers that were read from prose and wait for a decision, in the order they came. */
  public Page<ProposalView> proposals(ProjectKey project, @Nullable String cursor, int limit) {
    return proposals.list(project, cursor, limit);
  }

  /** What each of some tasks goes back to when nothing blocks it any more; TODO if not named. */
  public Map<TaskKey, TaskState> resumeStates(ProjectKey project, Collection<TaskKey> tasks) {
    return tasks.isEmpty() ? Map.of() : resumes.of(project, tasks);
  }

  /** Sprints that are not archived, in the order in which they came. */
  public Page<SprintView> sprints(ProjectKey project, @Nullable String cursor, int limit) {
    return sprints.sprints(project, false, cursor, limit);
  }

  /** All sprints, archived ones too, in the order in which they came. */
  public Page<SprintView> allSprints(ProjectKey project, @Nullable String cursor, int limit) {
    return sprints.sprints(project, true, cursor, limit);
  }

  public Optional<SprintView> sprint(ProjectKey project, SprintKey key) {
    return sprints.sprint(project, key);
  }

  /** The execution log: rows of documents in their order, then those that people added. */
  public Page<LogView> log(
      ProjectKey project, SprintKey sprint, @Nullable String cursor, int limit) {
    return sprints.log(project, sprint, cursor, limit);
  }

  /** Decisions and risks: lines of documents in their order, then those that people added. */
  public Page<RiskView> risks(
      ProjectKey project, SprintKey sprint, @Nullable String cursor, int limit) {
    return sprints.risks(project, sprint, cursor, limit);
  }

  /**
   * External items in the order of their keys.
   *
   * @param closed only closed or only open ones; null for all
   */
  public Page<ExternalView> externals(
      ProjectKey project, @Nullable Boolean closed, @Nullable String cursor, int limit) {
    return externals.list(project, closed, cursor, limit);
  }

  public Optional<ExternalView> external(ProjectKey project, TargetKey key) {
    return externals.find(project, key);
  }
}
