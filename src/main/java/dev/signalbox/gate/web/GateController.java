package dev.signalbox.gate.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.gate.EditVerdict;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.GateView;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gates: how they stand, and what they ask for. */
@Tag(name = "Gates")
@RestController
@RequestMapping("/api/v1/projects/{project}/gates")
class GateController {

  private final Gatekeeper gatekeeper;

  GateController(Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  @Operation(summary = "All gates of the project, each decided now")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping
  Page<GateView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limit.of(limit).value();
    String list = "gates/" + project;
    String after = cursor == null ? "" : Cursor.decode(list, cursor, 1).getFirst();
    List<GateView> rest =
        gatekeeper.list(project).stream().filter(gate -> gate.gate().compareTo(after) > 0).toList();
    List<GateView> items = rest.stream().limit(size).toList();
    boolean more = rest.size() > items.size();
    String next = more ? Cursor.encode(list, List.of(items.getLast().gate())) : null;
    return new Page<>(items, next);
  }

  @Operation(summary = "One gate, decided now: verdict, what is missing, subject digest, approvals")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{gate}")
  ResponseEntity<GateView> one(@PathVariable ProjectKey project, @PathVariable GateKey gate) {
    return gatekeeper
        .evaluate(project, gate)
        .map(Answers::ok)
        .orElseThrow(() -> Answers.notThere("gate " + gate));
  }

  @Operation(summary = "Defines a gate")
  @Requires(Permission.EDIT_GATE)
  @PostMapping
  ResponseEntity<GateView> define(
      @PathVariable ProjectKey project, @Valid @RequestBody GateRequest body, Caller caller) {
    GateKey key = key(body);
    return answer(
        gatekeeper.define(project, key, body.definition(), caller.actor()), project, key, true);
  }

  @Operation(summary = "Gives a gate another policy; what was approved before is stale by that")
  @Requires(Permission.EDIT_GATE)
  @PutMapping("/{gate}")
  ResponseEntity<GateView> edit(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody GateRequest body,
      Caller caller) {
    long version = EntityTag.version(ifMatch);
    if (body.key() != null && !body.key().equals(gate.value())) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, "A gate keeps its key.");
    }
    return answer(
        gatekeeper.edit(project, gate, body.definition(), version, caller.actor()),
        project,
        gate,
        false);
  }

  @Operation(summary = "Takes a gate out of use; its decisions stay, its key is not used again")
  @Requires(Permission.EDIT_GATE)
  @DeleteMapping("/{gate}")
  ResponseEntity<Void> retire(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    answer(
        gatekeeper.retire(project, gate, EntityTag.version(ifMatch), caller.actor()),
        project,
        gate,
        false);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<GateView> answer(
      EditVerdict verdict, ProjectKey project, GateKey key, boolean created) {
    return switch (verdict) {
      case EditVerdict.Saved saved ->
          created
              ? Answers.created(Answers.at(project, key), saved.gate())
              : Answers.ok(saved.gate());
      case EditVerdict.KeyTaken taken ->
          throw new ProblemException(
              ProblemType.ALREADY_EXISTS, "There is or was a gate " + key + " in this project.");
      case EditVerdict.TooMany tooMany ->
          throw new ProblemException(
              ProblemType.CONFLICT, "A project has at most " + tooMany.limit() + " gates.");
      case EditVerdict.OtherVersion other ->
          throw new ProblemException(
                  ProblemType.PRECONDITION_FAILED,
                  "The gate has another policy by now. Read it again and decide then.")
              .with("policyVersion", other.policyVersion());
    };
  }

  private static GateKey key(GateRequest body) {
    String key = body.key();
    if (key == null) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, "A new gate needs a key.");
    }
    try {
      return new GateKey(key);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, String.valueOf(e.getMessage()));
    }
  }
}
