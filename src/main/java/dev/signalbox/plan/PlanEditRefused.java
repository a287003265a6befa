package dev.signalbox.plan;

import java.util.List;

/**
 * A document's edit was applied that {@link Plan#objections} objects to. Callers ask first; this
 * ends the transaction of those who did not, or who were overtaken.
 */
public final class PlanEditRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  PlanEditRefused(List<String> reasons) {
    super("the plan does not take this edit: " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  public List<String> reasons() {
    return reasons;
  }
}
