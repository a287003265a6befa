package dev.signalbox.gate.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.gate.ApprovalVerdict;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.GateView;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.RequestVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a decision, and the words of release managers. */
@Tag(name = "Gates")
@RestController
@RequestMapping("/api/v1/projects/{project}/gates/{gate}")
class ApprovalController {

  private final Gatekeeper gatekeeper;

  ApprovalController(Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  @Operation(summary = "Asks for a decision; who asks does not approve")
  @Requires(Permission.REQUEST_DECISION)
  @PostMapping("/requests")
  ResponseEntity<GateView> request(
      @PathVariable ProjectKey project, @PathVariable GateKey gate, Caller caller) {
    return switch (gatekeeper.request(project, gate, caller.actor())) {
      case RequestVerdict.Requested requested ->
          requested.renewed()
              ? Answers.ok(requested.gate())
              : Answers.created(Answers.at(project, gate), requested.gate());
      case RequestVerdict.AlreadyRequested already ->
          throw new ProblemException(
                  ProblemType.CONFLICT,
                  "A decision was asked for by "
                      + already.requester().name()
                      + "; that request is answered or withdrawn first.")
              .with("requester", already.requester());
    };
  }

  @Operation(summary = "Withdraws the open request; what was approved under it is stale by that")
  @Requires(Permission.REQUEST_DECISION)
  @DeleteMapping("/requests")
  ResponseEntity<GateView> withdraw(
      @PathVariable ProjectKey project, @PathVariable GateKey gate, Caller caller) {
    return Answers.ok(gatekeeper.withdraw(project, gate, caller.actor()));
  }

  @Operation(summary = "Approves exactly the subject whose digest If-Match names")
  @Requires(Permission.APPROVE_GATE)
  @PostMapping("/approvals")
  ResponseEntity<GateView> approve(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable WordRequest body,
      Caller caller) {
    String comment = WordRequest.said(body);
    return answer(
        gatekeeper.approve(project, gate, SubjectTag.digest(ifMatch), comment, caller),
        project,
        gate);
  }

  @Operation(summary = "Rejects exactly the subject whose digest If-Match names")
  @Requires(Permission.APPROVE_GATE)
  @PostMapping("/rejections")
  ResponseEntity<GateView> reject(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable WordRequest body,
      Caller caller) {
    String comment = WordRequest.said(body);
    return answer(
        gatekeeper.reject(project, gate, SubjectTag.digest(ifMatch), comment, caller),
        project,
        gate);
  }

  private static ResponseEntity<GateView> answer(
      ApprovalVerdict verdict, ProjectKey project, GateKey gate) {
    return switch (verdict) {
      case ApprovalVerdict.Recorded recorded -> {
        URI decision = URI.create(Answers.at(project, gate) + "/decisions/" + recorded.decision());
        yield Answers.created(decision, recorded.gate());
      }
      case ApprovalVerdict.Refused refused -> throw Answers.problem(refused);
    };
  }
}
