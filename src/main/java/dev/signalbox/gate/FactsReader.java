package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.gate.ledger.ApprovalBook;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.Held;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RootCause;
import dev.signalbox.graph.Supposition;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Gathers, once and in the running transaction, all that a gate is decided on. */
@Component
class FactsReader {

  private static final int MAX_REASON = 200;

  private final Graphs graphs;
  private final Validation validation;
  private final ApprovalBook approvals;
  private final ReleaseManagers releaseManagers;

  FactsReader(
      Graphs graphs,
      Validation validation,
      ApprovalBook approvals,
      ReleaseManagers releaseManagers) {
    this.graphs = graphs;
    this.validation = validation;
    this.approvals = approvals;
    this.releaseManagers = releaseManagers;
  }

  GateFacts read(long gate, GatePolicy policy) {
    return new GateFacts(
        tasks(policy, graphs.of(policy.project())),
        jobs(policy),
        approvals.openRequest(gate).orElse(null),
        approvals.words(gate),
        releaseManagers.of(policy.project()));
  }

  /** The tasks that the policy looks at, as this graph sees them. */
  static List<TaskFact> tasks(GatePolicy policy, PlanGraph graph) {
    List<TaskFact> facts = new ArrayList<>();
    for (PlanSnapshot.Task task : graph.snapshot().tasks()) {
      if (policy.looksAt(task.key().value(), task.sprint())) {
        facts.add(fact(task, graph));
      }
    }
    return List.copyOf(facts);
  }

  private static TaskFact fact(PlanSnapshot.Task task, PlanGraph graph) {
    String key = task.key().value();
    DerivedState state =
        graph
            .state(key)
            .orElseThrow(() -> new IllegalStateException("the graph does not know " + key));
    return fact(task, state, () -> graph.derived(key).orElseThrow().held());
  }

  /** A task as somebody supposes it, by its place in the plan. */
  static TaskFact fact(Supposition plan, int at) {
    return fact(plan.task(at), plan.state(at), () -> plan.held(at));
  }

  /** Causes are in the order of their words, which no id decides. */
  private static TaskFact fact(PlanSnapshot.Task task, DerivedState state, Supplier<Held> held) {
    List<String> causes =
        state == DerivedState.BLOCKED
            ? new LazyWords(
                () -> held.get().rootCauses().stream().map(FactsReader::words).sorted().toList())
            : List.of();
    return new TaskFact(
        task.key().value(),
        task.sprint(),
        task.state(),
        state,
        task.owners(),
        causes,
        new LazyWords(() -> held.get().waitsFor()),
        task.version());
  }

  private static String words(RootCause cause) {
    String reason = cause.reason();
    if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
      reason = reason.substring(0, reason.offsetByCodePoints(0, MAX_REASON)) + "...";
    }
    return reason.isBlank() ? cause.key() : cause.key() + " (" + reason + ")";
  }

  private Map<String, JobFact> jobs(GatePolicy policy) {
    Map<String, JobFact> facts = new TreeMap<>();
    for (String key : policy.jobs()) {
      facts.put(key, job(policy.project(), new JobKey(key)));
    }
    return facts;
  }

  /** The newest run decides; while it goes on nobody knows, whatever an older one said. */
  private JobFact job(ProjectKey project, JobKey job) {
    if (!validation.hasJob(project, job)) {
      return new JobFact(false, null);
    }
    return new JobFact(true, validation.latestRun(project, job).map(FactsReader::run).orElse(null));
  }

  private static RunFact run(RunSummary run) {
    return new RunFact(
        run.number(),
        run.attempt(),
        run.attemptNumber(),
        run.outcome(),
        run.errorCode(),
        run.finishedAt(),
        run.freshness());
  }
}
