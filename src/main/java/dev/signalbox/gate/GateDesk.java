package dev.signalbox.gate;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Defines, edits and retires gates. Each edit is a new policy version, and decided at once. */
@Component
class GateDesk {

  /** So that a change of evidence never has to decide more than this. */
  static final int MAX_GATES = 50;

  private final Gates gates;
  private final Evaluation evaluation;
  private final Recorder recorder;
  private final GateViews views;
  private final PolicyJson json;
  private final Timeline timeline;

  GateDesk(
      Gates gates,
      Evaluation evaluation,
      Recorder recorder,
      GateViews views,
      PolicyJson json,
      Timeline timeline) {
    this.gates = gates;
    this.evaluation = evaluation;
    this.recorder = recorder;
    this.views = views;
    this.json = json;
    this.timeline = timeline;
  }

  EditVerdict define(ProjectKey project, GateKey key, GateDefinition definition, Actor actor) {
    if (gates.findByProjectAndKey(project.value(), key.value()).isPresent()) {
      return new EditVerdict.KeyTaken();
    }
    if (gates.countByProjectAndRetiredFalse(project.value()) >= MAX_GATES) {
      return new EditVerdict.TooMany(MAX_GATES);
    }
    Gate gate = gates.saveAndFlush(Gate.define(project, key, definition, actor.name()));
    GatePolicy policy = gate.policy(json);
    timeline.record(
        new Recordable(
            project.value(), actor, "gate.defined", "gate", key.value(), null, values(policy)));
    return new EditVerdict.Saved(decided(gate, "gate defined", actor));
  }

  Optional<EditVerdict> edit(
      ProjectKey project, GateKey key, GateDefinition definition, long policyVersion, Actor actor) {
    return gates
        .lock(project.value(), key.value())
        .map(gate -> edit(gate, definition, policyVersion, actor));
  }

  private EditVerdict edit(Gate gate, GateDefinition definition, long policyVersion, Actor actor) {
    if (gate.policyVersion() != policyVersion) {
      return new EditVerdict.OtherVersion(gate.policyVersion());
    }
    GatePolicy before = gate.policy(json);
    gate.edit(definition, actor.name());
    gates.saveAndFlush(gate);
    record(before, gate.policy(json), "gate.edited", actor);
    return new EditVerdict.Saved(decided(gate, "gate edited", actor));
  }

  Optional<EditVerdict> retire(ProjectKey project, GateKey key, long policyVersion, Actor actor) {
    return gates.lock(project.value(), key.value()).map(gate -> retire(gate, policyVersion, actor));
  }

  private EditVerdict retire(Gate gate, long policyVersion, Actor actor) {
    if (gate.policyVersion() != policyVersion) {
      return new EditVerdict.OtherVersion(gate.policyVersion());
    }
    Evaluation.Result last = evaluation.of(gate);
    gate.retire();
    gates.saveAndFlush(gate);
    GatePolicy policy = last.policy();
    timeline.record(
        new Recordable(
            policy.project().value(),
            actor,
            "gate.retired",
            "gate",
            policy.key().value(),
            values(policy),
            null));
    return new EditVerdict.Saved(views.view(gate.id(), last));
  }

  private GateView decided(Gate gate, String cause, Actor actor) {
    Evaluation.Result result = evaluation.of(gate);
    recorder.record(gate.id(), result.policy(), result.decision(), cause, actor);
    return views.view(gate.id(), result);
  }

  private void record(GatePolicy before, GatePolicy after, String action, Actor actor) {
    timeline.record(
        new Recordable(
            after.project().value(),
            actor,
            action,
            "gate",
            after.key().value(),
            values(before),
            values(after)));
  }

  private static Map<String, Object> values(GatePolicy policy) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", policy.name());
    values.put("scope", policy.scope().document());
    values.put("requirements", policy.requirements().stream().map(Requirement::document).toList());
    values.put("policyVersion", policy.policyVersion());
    return values;
  }
}
