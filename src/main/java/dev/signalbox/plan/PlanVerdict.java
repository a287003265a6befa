package dev.signalbox.plan;

import java.util.List;

/** What became of a command to the plan. Everything but {@link Changed} left no trace. */
public sealed interface PlanVerdict {

  /**
   * Done.
   *
   * @param key of the object
   * @param version the object's new version
   * @param planVersion the plan's new version
   */
  record Changed(String key, long version, long planVersion) implements PlanVerdict {}

  /** It was so already. */
  record Unchanged(String key, long version) implements PlanVerdict {}

  /** A rule forbids it; each reason is a sentence for the user. */
  record Refused(List<String> reasons) implements PlanVerdict {

    public Refused(String reason) {
      this(List.of(reason));
    }
  }

  /** It would close a circle; the path begins and ends with the same key. */
  record Cycle(List<String> path) implements PlanVerdict {}

  /** Something else has this key. */
  record Exists(String key) implements PlanVerdict {}

  /** The caller meant another version than the present one. */
  record Stale(long present) implements PlanVerdict {}

  /** No such object in this project. */
  record NotThere(String key) implements PlanVerdict {}
}
