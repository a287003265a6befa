package dev.signalbox.gate.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.gate.DecisionSummary;
import dev.signalbox.gate.DecisionView;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided, on record. */
@Tag(name = "Gates")
@RestController
@RequestMapping("/api/v1/projects/{project}/gates/{gate}/decisions")
class DecisionController {

  private final Gatekeeper gatekeeper;

  DecisionController(Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  @Operation(summary = "Decisions of the gate, newest first")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping
  Page<DecisionSummary> list(
      @PathVariable ProjectKey project,
      @PathVariable GateKey gate,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limit.of(limit).value();
    String list = "decisions/" + project + "/" + gate;
    long before = cursor == null ? Long.MAX_VALUE : Cursor.decodeNumber(list, cursor);
    List<DecisionSummary> found = gatekeeper.decisions(project, gate, before, size + 1);
    List<DecisionSummary> items = found.stream().limit(size).toList();
    String next =
        found.size() > size
            ? Cursor.encode(list, List.of(Long.toString(items.getLast().number())))
            : null;
    return new Page<>(items, next);
  }

  @Operation(summary = "One decision with its inputs to the letter; its digests computed anew")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{number}")
  DecisionView one(
      @PathVariable ProjectKey project, @PathVariable GateKey gate, @PathVariable long number) {
    return gatekeeper
        .decision(project, gate, number)
        .orElseThrow(() -> Answers.notThere("decision " + number + " of gate " + gate));
  }
}
