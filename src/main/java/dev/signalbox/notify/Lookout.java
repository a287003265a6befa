package dev.signalbox.notify;

import dev.signalbox.access.Members;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.notify.NoticeRows.Draft;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a plan and tells which held tasks became ready since the last look. Notices, the held
 * tasks and the version that was seen are one commit under one lock: a second look, on this node or
 * another, or after a crash, finds nothing left to tell.
 */
@Component
class Lookout {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final Actor NOTICES = Actor.system("notices");

  private final Plan plan;
  private final Graphs graphs;
  private final HeldTasks held;
  private final NoticeRows notices;
  private final Members members;
  private final Timeline timeline;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Lookout(
      Plan plan,
      Graphs graphs,
      HeldTasks held,
      NoticeRows notices,
      Members members,
      Timeline timeline,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.plan = plan;
    this.graphs = graphs;
    this.held = held;
    this.notices = notices;
    this.members = members;
    this.timeline = timeline;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    // A look that waited for the lock must see what the one before it left.
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /** Looks once; does nothing if this version was seen already. */
  void look(ProjectKey project) {
    if (plan.version(project) > held.seen(project)) {
      transaction.executeWithoutResult(_ -> lookUnderLock(project));
    }
  }

  /** Looks at each plan that nobody looked at since it changed. */
  void lookAtAll() {
    String cursor = null;
    do {
      Page<ProjectView> page = plan.projects(null, cursor, Page.MAX_LIMIT);
      for (ProjectView project : page.items()) {
        try {
          look(new ProjectKey(project.key()));
        } catch (RuntimeException e) {
          LOG.error("nobody could look at the plan of project {}", project.key(), e);
        }
      }
      cursor = page.next();
    } while (cursor != null);
  }

  private void lookUnderLock(ProjectKey project) {
    long seen = held.lock(project);
    PlanGraph graph = graphs.of(project);
    long version = graph.snapshot().version();
    if (version <= seen) {
      return;
    }
    Set<String> before = held.read(project);
    Set<String> now = new HashSet<>(graph.in(DerivedState.BLOCKED));
    now.addAll(graph.in(DerivedState.WAITING));
    List<Task> freed = freed(graph, before);
    Set<String> archived = archived(graph.snapshot());
    tell(project, version, freed.stream().filter(task -> isHere(task, archived)).toList());
    // What is away is told of when it comes back, if it is ready then.
    freed.stream()
        .filter(task -> !isHere(task, archived))
        .forEach(task -> now.add(task.key().value()));
    held.remember(project, version, before, now);
  }

  /** Ready tasks that were held. Before the first look none was held. */
  private static List<Task> freed(PlanGraph graph, Set<String> before) {
    return graph.snapshot().tasks().stream()
        .filter(task -> before.contains(task.key().value()))
        .filter(task -> graph.state(task.key().value()).orElseThrow() == DerivedState.READY)
        .toList();
  }

  private static Set<String> archived(PlanSnapshot plan) {
    return plan.sprints().stream()
        .filter(Sprint::archived)
        .map(Sprint::key)
        .collect(Collectors.toSet());
  }

  private static boolean isHere(Task task, Set<String> archived) {
    return !task.absent() && !archived.contains(task.sprint());
  }

  private void tell(ProjectKey project, long version, List<Task> freed) {
    if (freed.isEmpty()) {
      return;
    }
    Recipients recipients = new Recipients(members.list(project.value()));
    Instant now = clock.instant();
    for (Task task : freed) {
      notices.add(
          project,
          version,
          now,
          new Draft(task.key().value(), task.text(), task.owners(), recipients.of(task.owners())));
    }
    timeline.recordAll(freed.stream().map(task -> entry(project, version, task)).toList());
  }

  /** Not an entry of the task: those tell its past, and nothing that was declared changed. */
  private static Recordable entry(ProjectKey project, long version, Task task) {
    return new Recordable(
        project.value(),
        NOTICES,
        "notice.unblocked",
        "notice",
        task.key().value(),
        null,
        Map.of("planVersion", version));
  }
}
