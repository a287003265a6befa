package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.GateRows;
import dev.signalbox.gate.ApprovalVerdict;
import dev.signalbox.gate.ApprovalWord;
import dev.signalbox.gate.Change;
import dev.signalbox.gate.DecisionView;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.GateView;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.RequestVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gates, the words said at them, and their decisions. */
@Controller
@RequestMapping("/projects/{project}/gates")
class GatesController {

  private static final int DECISIONS = 20;

  private final Gatekeeper gates;

  GatesController(Gatekeeper gates) {
    this.gates = gates;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String gates(@PathVariable ProjectKey project, Model model) {
    model.addAttribute("project", project.value());
    model.addAttribute("self", "/projects/" + project + "/gates");
    model.addAttribute("gates", gates.list(project));
    return "gates";
  }

  @GetMapping("/{gate}")
  @Requires(Permission.VIEW_PROJECT)
  String gate(
      @PathVariable ProjectKey project, @PathVariable GateKey gate, Caller caller, Model model) {
    return show(project, gate, caller, null, List.of(), model);
  }

  @PostMapping("/{gate}/requests")
  @Requires(Permission.REQUEST_DECISION)
  String request(
      @PathVariable ProjectKey project, @PathVariable GateKey gate, Caller caller, Model model) {
    return switch (gates.request(project, gate, caller.actor())) {
      case RequestVerdict.Requested _ -> "redirect:/projects/{project}/gates/{gate}";
      case RequestVerdict.AlreadyRequested other ->
          show(
              project,
              gate,
              caller,
              other.requester().name() + " has asked already; that comes first.",
              List.of(),
              model);
    };
  }

  @PostMapping("/{gate}/words")
  @Requires(Permission.APPROVE_GATE)
  String say(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestParam String digest,
      @RequestParam ApprovalWord word,
      @RequestParam(defaultValue = "") String comment,
      Caller caller,
      Model model) {
    ApprovalVerdict verdict =
        word == ApprovalWord.APPROVE
            ? gates.approve(project, gate, digest, comment, caller)
            : gates.reject(project, gate, digest, comment, caller);
    return switch (verdict) {
      case ApprovalVerdict.Recorded _ -> "redirect:/projects/{project}/gates/{gate}";
      case ApprovalVerdict.OtherSubject other ->
          show(project, gate, caller, other.reason(), orEmpty(other.difference()), model);
      case ApprovalVerdict.Refused refused ->
          show(project, gate, caller, refused.reason(), List.of(), model);
    };
  }

  @GetMapping("/{gate}/decisions/{number}")
  @Requires(Permission.VIEW_PROJECT)
  String decision(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @PathVariable long number,
      Model model) {
    DecisionView decision =
        gates
            .decision(project, gate, number)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "The gate has no decision " + number + "."));
    model.addAttribute("project", project.value());
    model.addAttribute("gate", gate.value());
    model.addAttribute("decision", decision);
    model.addAttribute("decidedAt", GateRows.moment(decision.decidedAt()));
    return "decision";
  }

  private String show(
      ProjectKey project,
      GateKey key,
      Caller caller,
      @Nullable String refusal,
      List<Change> difference,
      Model model) {
    GateView gate =
        gates
            .evaluate(project, key)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no gate " + key + " in this project."));
    model.addAttribute("project", project.value());
    model.addAttribute("self", "/projects/" + project + "/gates/" + key);
    model.addAttribute("gate", gate);
    model.addAttribute(
        "requestedAt", gate.request() == null ? "" : GateRows.moment(gate.request().at()));
    model.addAttribute("approvals", GateRows.approvals(gate));
    model.addAttribute(
        "decisions", GateRows.decisions(gates.decisions(project, key, Long.MAX_VALUE, DECISIONS)));
    model.addAttribute("refusal", refusal);
    model.addAttribute("difference", difference);
    model.addAttribute("mayRequest", caller.may(Permission.REQUEST_DECISION, project.value()));
    model.addAttribute("mayApprove", caller.may(Permission.APPROVE_GATE, project.value()));
    return "gate";
  }

  private static List<Change> orEmpty(@Nullable List<Change> changes) {
    return changes == null ? List.of() : changes;
  }
}
