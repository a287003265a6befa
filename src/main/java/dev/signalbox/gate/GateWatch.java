package dev.signalbox.gate;

import dev.signalbox.plan.PlanChanged;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.RunFinished;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides gates again when evidence changes, and now and then because evidence grows old.
 *
 * <p>Why a change of evidence takes the locks of the project's gates even where nothing follows
 * from it: an approval holds the same lock from its first read to its commit. So either the change
 * is committed before, and the approval sees it, or it waits, and the approval is about what was
 * there.
 */
@Component
class GateWatch {

  private static final Logger LOG = LoggerFactory.getLogger(GateWatch.class);
  private static final Actor GATE = Actor.system("gate");

  private final Gates gates;
  private final Evaluation evaluation;
  private final Recorder recorder;
  private final EntityManager entities;
  private final TransactionTemplate transaction;

  GateWatch(
      Gates gates,
      Evaluation evaluation,
      Recorder recorder,
      EntityManager entities,
      PlatformTransactionManager transactions) {
    this.gates = gates;
    this.evaluation = evaluation;
    this.recorder = recorder;
    this.entities = entities;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void on(PlanChanged event) {
    decideAll(event.project(), "plan changed to version " + event.version(), gate -> true);
  }

  @EventListener
  void on(RunFinished event) {
    decideAll(
        event.project(),
        "run %d of job %s %s".formatted(event.runNumber(), event.job(), event.outcome()),
        gate -> evaluation.policy(gate).jobs().contains(event.job().value()));
  }

  /** Looks at every gate of every project; one that fails does not stop the others. */
  void decideWhatGrewOld() {
    for (String project : gates.projects()) {
      try {
        transaction.executeWithoutResult(status -> decideIfNew(new ProjectKey(project)));
      } catch (RuntimeException e) {
        LOG.error("gates of project {} could not be decided again", project, e);
      }
    }
  }

  private void decideIfNew(ProjectKey project) {
    List<Gate> found = gates.findByProjectAndRetiredFalseOrderByKey(project.value());
    boolean news =
        found.stream().anyMatch(gate -> recorder.isNews(gate.id(), evaluation.of(gate).decision()));
    if (news) {
      entities.clear();
      decideAll(project, "time passed", gate -> true);
    }
  }

  /** Locks every gate of the project, and decides those that the cause can have changed. */
  private void decideAll(ProjectKey project, String cause, Predicate<Gate> concerned) {
    entities.flush();
    for (Gate gate : gates.lockAll(project.value())) {
      if (concerned.test(gate)) {
        Evaluation.Result result = evaluation.of(gate);
        recorder.recordIfNew(gate.id(), result.policy(), result.decision(), cause, GATE);
      }
    }
  }
}
