package dev.signalbox.gate;

import dev.signalbox.access.Caller;
import dev.signalbox.gate.ApprovalDesk.Word;
import dev.signalbox.gate.ledger.DecisionBook;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gates of all projects. Reading always decides anew, so that no gate ever shows open on what
 * was true before; whatever changes something holds the lock of the gate from the first read on.
 */
@Service
public class Gatekeeper {

  public static final int MAX_COMMENT = 2000;

  private final Gates gates;
  private final GateDesk desk;
  private final RequestDesk requests;
  private final ApprovalDesk approvals;
  private final Evaluation evaluation;
  private final GateViews views;
  private final DecisionBook decisions;
  private final Primary primary;

  Gatekeeper(
      Gates gates,
      GateDesk desk,
      RequestDesk requests,
      ApprovalDesk approvals,
      Evaluation evaluation,
      GateViews views,
      DecisionBook decisions,
      Primary primary) {
    this.gates = gates;
    this.desk = desk;
    this.requests = requests;
    this.approvals = approvals;
    this.evaluation = evaluation;
    this.views = views;
    this.decisions = decisions;
    this.primary = primary;
  }

  /** Makes a gate; who made it does not approve at it. */
  @Transactional
  public EditVerdict define(
      ProjectKey project, GateKey gate, GateDefinition definition, Actor actor) {
    primary.require();
    return desk.define(project, gate, definition, actor);
  }

  /** Gives a gate another policy, if the caller read the present one. */
  @Transactional
  public EditVerdict edit(
      ProjectKey project,
      GateKey gate,
      GateDefinition definition,
      long policyVersion,
      Actor actor) {
    primary.require();
    return desk.edit(project, gate, definition, policyVersion, actor)
        .orElseThrow(() -> notThere(gate));
  }

  /** Takes a gate out of use; its decisions stay readable, its key is not used again. */
  @Transactional
  public EditVerdict retire(ProjectKey project, GateKey gate, long policyVersion, Actor actor) {
    primary.require();
    return desk.retire(project, gate, policyVersion, actor).orElseThrow(() -> notThere(gate));
  }

  /** All gates of the project as they stand now, by key. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<GateView> list(ProjectKey project) {
    primary.require();
    return gates.findByProjectAndRetiredFalseOrderByKey(project.value()).stream()
        .map(gate -> views.view(gate.id(), evaluation.of(gate)))
        .toList();
  }

  /**
   * All gates of the project, to be judged under suppositions about a plan; approvals given on the
   * real one do not count for another. What is real is read once.
   *
   * @param now the graph of the project in the running transaction
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SupposedGates supposing(ProjectKey project, PlanGraph now) {
    return SupposedGates.of(
        gates.findByProjectAndRetiredFalseOrderByKey(project.value()).stream()
            .map(evaluation::asked)
            .toList(),
        now);
  }

  /** The gate as it stands now; empty if there is none. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<GateView> evaluate(ProjectKey project, GateKey gate) {
    primary.require();
    return gates
        .findByProjectAndKeyAndRetiredFalse(project.value(), gate.value())
        .map(found -> views.view(found.id(), evaluation.of(found)));
  }

  /** Asks for a decision. To ask again is harmless. */
  @Transactional
  public RequestVerdict request(ProjectKey project, GateKey gate, Actor actor) {
    return requests.request(locked(project, gate), actor);
  }

  /** Takes the open request back, if there is one. */
  @Transactional
  public GateView withdraw(ProjectKey project, GateKey gate, Actor actor) {
    return requests.withdraw(locked(project, gate), actor);
  }

  /**
   * Approves exactly the subject with this digest.
   *
   * @param subjectDigest as {@link GateView#subjectDigest} showed it
   */
  @Transactional
  public ApprovalVerdict approve(
      ProjectKey project, GateKey gate, String subjectDigest, String comment, Caller caller) {
    return say(project, gate, new Word(subjectDigest, ApprovalWord.APPROVE, comment, caller));
  }

  /** Rejects exactly the subject with this digest. Only another subject can be approved then. */
  @Transactional
  public ApprovalVerdict reject(
      ProjectKey project, GateKey gate, String subjectDigest, String comment, Caller caller) {
    return say(project, gate, new Word(subjectDigest, ApprovalWord.REJECT, comment, caller));
  }

  /**
   * Stored decisions, newest first; of retired gates too.
   *
   * @param before only decisions with a smaller number
   */
  @Transactional(readOnly = true)
  public List<DecisionSummary> decisions(ProjectKey project, GateKey gate, long before, int limit) {
    return decisions.before(id(project, gate), before, limit);
  }

  /** A stored decision, its digests computed anew. */
  @Transactional(readOnly = true)
  public Optional<DecisionView> decision(ProjectKey project, GateKey gate, long number) {
    return decisions.find(id(project, gate), number).map(views::view);
  }

  private ApprovalVerdict say(ProjectKey project, GateKey gate, Word word) {
    if (word.comment().length() > MAX_COMMENT) {
      throw new IllegalArgumentException("a comment has at most " + MAX_COMMENT + " characters");
    }
    return approvals.say(locked(project, gate), word);
  }

  private Gate locked(ProjectKey project, GateKey gate) {
    primary.require();
    return gates.lock(project.value(), gate.value()).orElseThrow(() -> notThere(gate));
  }

  private long id(ProjectKey project, GateKey gate) {
    return gates
        .findByProjectAndKey(project.value(), gate.value())
        .orElseThrow(() -> notThere(gate))
        .id();
  }

  private static ProblemException notThere(GateKey gate) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no gate " + gate + " in this project.");
  }
}
