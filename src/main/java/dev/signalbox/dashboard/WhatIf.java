package dev.signalbox.dashboard;

import dev.signalbox.graph.Comparison;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.simulation.Outcome;
import dev.signalbox.simulation.Patch;
import dev.signalbox.simulation.PathChange;
import dev.signalbox.simulation.Scenario;
import dev.signalbox.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be if some things were gone or done; nothing is written.
 *
 * @param supposed what was supposed, in words
 * @param outcome null if nothing of it could be supposed
 * @param flaws what could not be supposed
 * @param moreStates how many states differ beyond those shown
 * @param chainNow how many steps the longest chain has now
 * @param chain the longest chain then
 */
public record WhatIf(
    List<String> supposed,
    @Nullable Outcome outcome,
    List<String> flaws,
    int moreStates,
    int chainNow,
    List<String> chain) {

  private static final int STATES = 200;

  /** Runs the simulation. */
  public static WhatIf ask(
      Simulator simulator, PlanGraph graph, ProjectKey project, List<String> ids) {
    Suppositions suppositions = new Suppositions(graph);
    List<Patch> patches = new ArrayList<>();
    List<String> flaws = new ArrayList<>();
    List<String> supposed = new ArrayList<>();
    for (String id : ids) {
      List<Patch> some = suppositions.of(id);
      patches.addAll(some);
      if (some.isEmpty()) {
        flaws.add("Nothing here can be supposed of " + id + ".");
      } else {
        supposed.add(words(graph, id));
      }
    }
    if (patches.size() > Scenario.MAX_PATCHES) {
      flaws.add("That is more than " + Scenario.MAX_PATCHES + " changes at once.");
    }
    if (patches.isEmpty() || patches.size() > Scenario.MAX_PATCHES) {
      return new WhatIf(supposed, null, flaws, 0, 0, List.of());
    }
    Simulator.Answer answer =
        simulator.simulate(project, List.of(new Scenario(null, List.copyOf(patches))));
    answer.flaws().forEach(flaw -> flaws.add(flaw.words()));
    Outcome outcome = answer.outcomes().isEmpty() ? null : answer.outcomes().getFirst();
    int states = outcome == null ? 0 : outcome.states().size();
    List<String> now = answer.criticalPath();
    return new WhatIf(
        supposed, outcome, flaws, Math.max(0, states - STATES), now.size(), chain(now, outcome));
  }

  private static List<String> chain(List<String> now, @Nullable Outcome outcome) {
    PathChange change = outcome == null ? null : outcome.criticalPath();
    return change == null ? now : change.appliedTo(now);
  }

  /** States that differ, up to a bound. */
  public List<Comparison.StateChange> states() {
    return outcome == null ? List.of() : outcome.states().stream().limit(STATES).toList();
  }

  /** The one sentence on it. */
  public String sentence() {
    if (outcome == null) {
      return "That cannot be supposed.";
    }
    int ready = outcome.ready().size();
    int states = outcome.states().size();
    if (states == 0) {
      return "Nothing would change its state: something else holds each of these tasks too.";
    }
    return ready
        + (ready == 1 ? " task" : " tasks")
        + " would become ready, "
        + states
        + (states == 1 ? " task" : " tasks")
        + " would change state; the longest chain goes from "
        + chainNow
        + " to "
        + chain.size()
        + " steps.";
  }

  private static String words(PlanGraph graph, String id) {
    if (id.startsWith(Suppositions.DONE)) {
      return id.substring(Suppositions.DONE.length()) + " is done";
    }
    return graph.rootCauses().stream()
        .map(RankedCause::cause)
        .filter(cause -> cause.id().equals(id))
        .map(
            cause ->
                switch (cause.kind()) {
                  case EXTERNAL -> cause.key() + " is there";
                  case BLOCKER -> "\"" + cause.reason() + "\" holds " + cause.key() + " no more";
                  case UNKNOWN, CANCELLED, SPRINT -> "nothing waits for " + cause.key();
                  case UNSTATED -> cause.key() + " is not blocked";
                  case CYCLE -> cause.key();
                })
        .findFirst()
        .orElse(id.substring(id.indexOf(':') + 1) + " is there");
  }
}
