package dev.signalbox.dashboard.web;

import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;

/** What the plan's verdict says to the person who pressed a button; nothing if it was done. */
final class Refusals {

  private Refusals() {}

  /**
   * In sentences.
   *
   * @param what the kind of thing, such as {@code task}
   */
  static List<String> of(PlanVerdict verdict, String what) {
    return switch (verdict) {
      case PlanVerdict.Changed _, PlanVerdict.Unchanged _ -> List.of();
      case PlanVerdict.Refused refused -> refused.reasons();
      case PlanVerdict.Cycle cycle ->
          List.of("That would close a circle: " + String.join(" -> ", cycle.path()));
      case PlanVerdict.Exists exists -> List.of(exists.key() + " is there already.");
      case PlanVerdict.Stale _ ->
          List.of(
              "Somebody changed the " + what + " in the meantime; look again before you decide.");
      case PlanVerdict.NotThere gone -> throw notThere(what, gone.key());
    };
  }

  static ProblemException notThere(String what, String key) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no " + what + " " + key + " here.");
  }
}
