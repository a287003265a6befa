package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.ledger.ApprovalBook;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes requests for decisions. Who asked is part of the subject, and does not approve it. */
@Component
class RequestDesk {

  private final ApprovalBook approvals;
  private final Evaluation evaluation;
  private final Recorder recorder;
  private final GateViews views;
  private final Timeline timeline;

  RequestDesk(
      ApprovalBook approvals,
      Evaluation evaluation,
      Recorder recorder,
      GateViews views,
      Timeline timeline) {
    this.approvals = approvals;
    this.evaluation = evaluation;
    this.recorder = recorder;
    this.views = views;
    this.timeline = timeline;
  }

  /** Needs the lock of the gate. */
  RequestVerdict request(Gate gate, Actor actor) {
    Evaluation.Result before = evaluation.of(gate);
    RequestFact open = before.facts().request();
    if (open != null && !open.requester().equals(actor)) {
      return new RequestVerdict.AlreadyRequested(open.requester());
    }
    RequestFact request = bound(before, actor);
    if (open != null && open.subjectDigest().equals(request.subjectDigest())) {
      return new RequestVerdict.Requested(views.view(gate.id(), before), true);
    }
    approvals.withdraw(gate.id(), request.at());
    approvals.open(gate.id(), request);
    record(before.policy(), "gate.requested", actor, open, request);
    return new RequestVerdict.Requested(decided(gate, "decision requested", actor), open != null);
  }

  /** Needs the lock of the gate. What was approved under the request is stale without it. */
  GateView withdraw(Gate gate, Actor actor) {
    Evaluation.Result before = evaluation.of(gate);
    RequestFact open = before.facts().request();
    if (open == null) {
      return views.view(gate.id(), before);
    }
    approvals.withdraw(gate.id(), evaluation.now());
    record(before.policy(), "gate.request-withdrawn", actor, open, null);
    return decided(gate, "request withdrawn", actor);
  }

  /** The request on the subject that there is once it has been made. */
  private RequestFact bound(Evaluation.Result before, Actor actor) {
    GateFacts facts = before.facts();
    RequestFact unbound = new RequestFact(actor, "", evaluation.now());
    GateFacts asked =
        new GateFacts(
            facts.tasks(), facts.jobs(), unbound, facts.approvals(), facts.releaseManagers());
    return new RequestFact(actor, Subject.of(before.policy(), asked).digest(), unbound.at());
  }

  private GateView decided(Gate gate, String cause, Actor actor) {
    Evaluation.Result result = evaluation.of(gate);
    recorder.record(gate.id(), result.policy(), result.decision(), cause, actor);
    return views.view(gate.id(), result);
  }

  private void record(
      GatePolicy policy,
      String action,
      Actor actor,
      @Nullable RequestFact before,
      @Nullable RequestFact after) {
    timeline.record(
        new Recordable(
            policy.project().value(),
            actor,
            action,
            "gate",
            policy.key().value(),
            before == null ? null : values(before),
            after == null ? null : values(after)));
  }

  private static Map<String, Object> values(RequestFact request) {
    return Map.of("requester", request.requester(), "subjectDigest", request.subjectDigest());
  }
}
