package dev.signalbox.validation.timer;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanChanged;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.job.Jobs;
import dev.signalbox.validation.job.Jobs.ReadyWatch;
import dev.signalbox.validation.run.RunDesk;
import dev.signalbox.validation.run.RunStart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Starts jobs whose task became READY. It looks just before the plan's transaction commits, at the
 * plan as it will be, so that states in between start nothing.
 */
@Component
class ReadyWatcher {

  private static final Actor PLAN = Actor.system("ready-watch");

  private final Jobs jobs;
  private final RunDesk runs;
  private final Graphs graphs;

  ReadyWatcher(Jobs jobs, RunDesk runs, Graphs graphs) {
    this.jobs = jobs;
    this.runs = runs;
    this.graphs = graphs;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(PlanChanged change) {
    List<ReadyWatch> watches = jobs.readyWatches(change.project());
    if (watches.isEmpty()) {
      return;
    }
    jobs.flush();
    PlanGraph graph = graphs.of(change.project());
    watches.forEach(watch -> look(change.project(), watch, graph));
  }

  private void look(ProjectKey project, ReadyWatch watch, PlanGraph graph) {
    boolean ready =
        graph.derived(watch.readyTask()).map(Derived::state).orElse(null) == DerivedState.READY;
    if (ready == watch.wasReady()) {
      return;
    }
    Job job = jobs.find(project, new JobKey(watch.key())).orElseThrow();
    jobs.rememberReadiness(job, ready);
    if (ready) {
      runs.begin(job, new RunStart(JobTrigger.ON_READY, PLAN.name(), null, Map.of()), PLAN);
    }
  }
}
