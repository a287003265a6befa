package dev.signalbox.simulation.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.simulation.Outcome;
import dev.signalbox.simulation.Scenario;
import dev.signalbox.simulation.Simulator;
import dev.signalbox.simulation.Simulator.Answer;
import dev.signalbox.simulation.Simulator.Flaw;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would be if. */
@RestController
@RequestMapping("/api/v1/projects/{project}/simulations")
@Tag(name = "simulations")
class SimulationController {

  private final Simulator simulator;

  SimulationController(Simulator simulator) {
    this.simulator = simulator;
  }

  private static final int FLAWS_SHOWN = 100;

  private static final String TOO_MANY =
      "has more than "
          + Scenario.MAX_SCENARIOS
          + " scenarios; ["
          + Scenario.MAX_SCENARIOS
          + "] is the first too many";

  /** Up to 64 scenarios of up to 500 patches each, and of up to 2,000 together. */
  record SimulationRequest(
      @NotNull @NotEmpty @Size(max = Scenario.MAX_SCENARIOS, message = TOO_MANY)
          List<@NotNull @Valid Scenario> scenarios) {}

  /**
   * One outcome a scenario, all on the same version of the plan.
   *
   * @param criticalPath the longest chain of open tasks now, which the outcomes say changes of
   */
  record SimulationResponse(long planVersion, List<String> criticalPath, List<Outcome> outcomes) {}

  @PostMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(
      summary =
          "What patches would change in states, causes, critical path and gates; writes nothing")
  SimulationResponse simulate(
      @PathVariable ProjectKey project, @Valid @RequestBody SimulationRequest request) {
    Answer answer = simulator.simulate(project, request.scenarios());
    if (!answer.flaws().isEmpty()) {
      throw problem(answer.flaws());
    }
    return new SimulationResponse(answer.planVersion(), answer.criticalPath(), answer.outcomes());
  }

  /** Names the first flaw in words and lists each with its place, as invalid fields are listed. */
  private static ProblemException problem(List<Flaw> flaws) {
    Flaw first = flaws.getFirst();
    String more = flaws.size() == 1 ? "" : " And " + (flaws.size() - 1) + " more.";
    return new ProblemException(
            ProblemType.UNPROCESSABLE, first.place() + ": " + first.words() + more)
        .with(
            "errors",
            flaws.stream()
                .limit(FLAWS_SHOWN)
                .map(flaw -> Map.of("at", flaw.place(), "problem", flaw.words()))
                .toList());
  }
}
