package dev.signalbox.plan;

import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.plan.change.Values;
import dev.signalbox.plan.document.DocumentApply;
import dev.signalbox.plan.read.ProjectRows;
import dev.signalbox.plan.read.SnapshotChanges;
import dev.signalbox.plan.read.SnapshotReader;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plans of all projects: what people declared, with its history. */
@Service
@Transactional(readOnly = true)
public class Plan {

  private final ProjectRows projects;
  private final SnapshotReader snapshots;
  private final SnapshotChanges changes;
  private final PlanVersions versions;
  private final PlanPast past;
  private final DocumentApply documents;
  private final Timeline timeline;
  private final Clock clock;

  Plan(
      ProjectRows projects,
      SnapshotReader snapshots,
      SnapshotChanges changes,
      PlanVersions versions,
      PlanPast past,
      DocumentApply documents,
      Timeline timeline,
      Clock clock) {
    this.projects = projects;
    this.snapshots = snapshots;
    this.changes = changes;
    this.versions = versions;
    this.past = past;
    this.documents = documents;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Makes a project; the actor becomes nothing in it by this alone.
   *
   * @return false if the key is taken, and then nothing happened
   */
  @Transactional
  public boolean createProject(ProjectKey key, String name, Actor actor) {
    String clean = Wording.clean(name);
    if (clean.isEmpty() || Wording.flawOfLine(clean, Wording.NAME_LIMIT).isPresent()) {
      throw new IllegalArgumentException("a project's name is one line of 1 to 200 characters");
    }
    if (!projects.add(key, clean, clock.instant(), actor.name())) {
      return false;
    }
    timeline.record(
        new Recordable(
            key.value(),
            actor,
            "project.created",
            "project",
            key.value(),
            null,
            new Values().put("name", clean).map()));
    versions.begin(key);
    return true;
  }

  public boolean exists(ProjectKey project) {
    return projects.version(project).isPresent();
  }

  public Optional<ProjectView> project(ProjectKey project) {
    return projects.find(project);
  }

  /**
   * Projects in the order of their keys.
   *
   * @param among keys of those that the caller may see; null for all
   * @param cursor from the page before, or null
   */
  public Page<ProjectView> projects(
      @Nullable Collection<String> among, @Nullable String cursor, int limit) {
    return projects.list(among, cursor, limit);
  }

  /**
   * The version of the plan now; moves with every change and is never used twice. One statement
   * needs no transaction of its own, and this one is asked before every answer.
   */
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public long version(ProjectKey project) {
    return projects
        .version(project)
        .orElseThrow(() -> new NoSuchElementException("no project " + project));
  }

  /** All tasks, externals and holding blockers, read in one statement's snapshot. */
  public PlanSnapshot snapshot(ProjectKey project) {
    return snapshots.read(project);
  }

  /**
   * The same as {@link #snapshot}, from an earlier one of the project and what changed since; what
   * did not is the same object in both.
   */
  public PlanSnapshot snapshot(PlanSnapshot earlier) {
    PlanSnapshot advanced = changes.since(earlier);
    return advanced == null ? snapshots.read(earlier.project()) : advanced;
  }

  /** The version that {@link #snapshotAt} has; 0 before the project was made. Cheap. */
  public long versionAt(ProjectKey project, Instant instant) {
    return past.versionAt(project, instant);
  }

  /**
   * The plan as it was at an instant, inclusive; empty before the project was made. Several
   * instants are cheaper together, see {@link PlanPast}.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public PlanSnapshot snapshotAt(ProjectKey project, Instant instant) {
    return past.snapshots(project, List.of(instant)).getFirst().snapshot();
  }

  /**
   * What stands against a document's edit, in words: keys that cannot be, texts that cannot be
   * stored, a task that waits for itself, and a task that stands there twice. Empty if {@link
   * #apply} takes it.
   */
  public List<String> objections(ProjectKey project, PlanEdit edit) {
    return documents.objections(edit);
  }

  /**
   * Applies a document's edit in one transaction, records one entry for each changed object, and
   * returns the new version (the old one if nothing changed). What a document brought is replaced
   * by what the edit brings; what people added here stays. Circles of tasks are taken as they are:
   * the graph reports them. A task that belongs to another sprint is left alone, because two
   * documents that both name it would else take it from each other at every import.
   *
   * @throws PlanEditRefused if there are {@link #objections}
   */
  @Transactional
  public long apply(ProjectKey project, PlanEdit edit, Actor actor) {
    long version =
        versions
            .hold(project)
            .orElseThrow(() -> new NoSuchElementException("no project " + project));
    List<String> objections = documents.objections(edit);
    if (!objections.isEmpty()) {
      throw new PlanEditRefused(objections);
    }
    return documents.apply(project, edit, actor) ? versions.move(project) : version;
  }
}
