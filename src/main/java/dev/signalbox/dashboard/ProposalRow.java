package dev.signalbox.dashboard;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A blocker that was read from prose, as the page asks about it.
 *
 * @param choice what a form sends back for it: its id, the task's version and the task's key
 * @param form how somebody typed it last, or else as it was read
 * @param sure how sure the reader was, in a word and in percent
 */
public record ProposalRow(
    ProposalView view, String choice, String kind, String sure, @Nullable String from, Form form) {

  /**
   * What stands in the form by which it is corrected.
   *
   * @param open whether somebody typed it and was refused
   */
  public record Form(
      BlockerClass kind, String awaits, String artefact, String from, boolean open) {}

  private static final int SURE = 90;
  private static final int LIKELY = 70;
  private static final int MAYBE = 40;

  public static ProposalRow of(ProposalView view) {
    return new ProposalRow(
        view,
        view.id() + " " + view.taskVersion() + " " + view.task(),
        view.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        sure(view.sureness()),
        view.awaitedFrom(),
        new Form(
            view.kind(),
            text(view.awaits()),
            text(view.awaitedText()),
            text(view.awaitedFrom()),
            false));
  }

  /** The same with what somebody typed and could not be kept. */
  public ProposalRow typed(Form typed) {
    return new ProposalRow(view, choice, kind, sure, from, typed);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** How sure the reader of prose was, in a word and in percent; empty if nobody had to guess. */
  static String sure(@Nullable Integer percent) {
    if (percent == null) {
      return "";
    }
    String word =
        percent >= SURE
            ? "almost sure"
            : percent >= LIKELY ? "likely" : percent >= MAYBE ? "maybe" : "a guess";
    return word + ", " + percent + " %";
  }

  /** How many blockers of open tasks wait for a person's word. */
  public static long open(PlanGraph graph) {
    return graph.snapshot().tasks().stream()
        .filter(task -> !task.state().isEnded())
        .flatMap(task -> task.blockers().stream())
        .map(PlanSnapshot.Blocker::standing)
        .filter(standing -> standing == Standing.PROPOSED)
        .count();
  }
}
