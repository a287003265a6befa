package dev.signalbox.graph;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The sentences of this module, so that every page and answer says a thing the same way. */
final class Words {

  static final String UNKNOWN = "nothing in the project has this key";
  static final String CANCELLED = "cancelled, but open tasks still depend on it";
  static final String NOT_HERE = "nothing here has this name; it holds no task until it is here";
  static final String CLEARED = "declared BLOCKED but all it waited for is there";
  static final String EMPTY_SPRINT = "has no tasks yet and is not archived";
  static final String UNSTATED = "declared BLOCKED but nothing known holds it";

  private static final int NAMED = 3;
  private static final int CIRCLE = 12;

  private Words() {}

  static String open(External external) {
    var words = new StringBuilder("external item not closed yet");
    if (!external.text().isBlank() && !external.text().equals(external.key())) {
      words.append(": ").append(external.text());
    }
    if (external.owner() != null) {
      words.append(" (").append(external.owner()).append(')');
    }
    if (external.expectedOn() != null) {
      words.append(", expected ").append(external.expectedOn());
    }
    return words.toString();
  }

  /** A blocker with its class, its age, and how sure we are of it. */
  static String blocker(Blocker blocker) {
    String since = blocker.since() == null ? "" : ", since " + blocker.since();
    String kind = blocker.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return blocker.reason() + " (" + kind + since + standing(blocker) + ")";
  }

  private static String standing(Blocker blocker) {
    return switch (blocker.standing()) {
      case STATED, DROPPED -> "";
      case CONFIRMED -> ", confirmed";
      case PROPOSED ->
          ", proposed" + (blocker.sureness() == null ? "" : ", " + blocker.sureness() + " % sure");
    };
  }

  /** How far a sprint is. */
  static String sprint(SprintGates gates, int sprint) {
    if (gates.sprint(sprint).archived()) {
      return "archived";
    }
    int tasks = gates.tasks(sprint);
    if (tasks == 0) {
      return EMPTY_SPRINT;
    }
    int open = gates.open(sprint);
    return open == 0 ? "all tasks ended" : open + " of " + tasks + " tasks open";
  }

  /** How many tasks are in each state that holds somebody up. */
  static String states(int[] tasks, IntFunction<DerivedState> state) {
    var words = new StringBuilder();
    for (DerivedState each :
        List.of(DerivedState.BLOCKED, DerivedState.WAITING, DerivedState.READY)) {
      long count = IntStream.of(tasks).filter(task -> state.apply(task) == each).count();
      if (count > 0) {
        words.append(words.isEmpty() ? ": " : ", ").append(count).append(' ');
        words.append(each.name().toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  /** A circle, each key once, written with its first key at both ends. */
  static String circle(List<String> way) {
    if (way.size() == 1) {
      return "waits for itself";
    }
    String shown = String.join(" -> ", way.subList(0, Math.min(way.size(), CIRCLE)));
    String rest = way.size() > CIRCLE ? " -> ..." : "";
    return "wait for each other: " + shown + rest + " -> " + way.getFirst();
  }

  /** One sentence on a task: where it disagrees with what is declared, that first of all. */
  static String sentence(Derived derived) {
    if (derived.contradiction() != null) {
      return derived.contradiction();
    }
    return switch (derived.state()) {
      case READY -> "nothing holds it";
      case WAITING -> "waits for work that can go on: " + some(derived.waitsFor(), key -> key);
      case BLOCKED -> "blocked by " + some(derived.rootCauses(), Words::name);
      case DONE -> "done";
      case CANCELLED -> "cancelled";
    };
  }

  /** A root cause in a few words. */
  static String name(RootCause cause) {
    return switch (cause.kind()) {
      case BLOCKER -> "\"" + cause.reason() + "\" on " + cause.key();
      case EXTERNAL -> (isArtefact(cause) ? "artefact " : "external item ") + cause.key();
      case UNKNOWN -> "the unknown key " + cause.key();
      case UNSTATED -> "task " + cause.key() + " (declared BLOCKED)";
      case CANCELLED -> "task " + cause.key() + " (cancelled)";
      case CYCLE -> "the circle at " + cause.key();
      case SPRINT -> "sprint " + cause.key() + " (no tasks yet)";
    };
  }

  /** Whether it is a thing that prose names and somebody has to deliver. */
  static boolean isArtefact(RootCause cause) {
    return cause.externalKind() == ExternalKind.ARTEFACT;
  }

  /** The first few, and how many more. */
  static <T> String some(List<T> all, Function<T, String> name) {
    String shown =
        String.join(", ", all.subList(0, Math.min(all.size(), NAMED)).stream().map(name).toList());
    return all.size() > NAMED ? shown + " and " + (all.size() - NAMED) + " more" : shown;
  }
}
