package dev.signalbox.dashboard;

import dev.signalbox.gate.Change;
import dev.signalbox.gate.DecisionSummary;
import dev.signalbox.gate.GateView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a gate as its page shows them. */
public final class GateRows {

  private GateRows() {}

  /** One person's word. */
  public record Approval(
      String person,
      String word,
      String at,
      String comment,
      boolean stale,
      List<Change> difference) {}

  /** A stored decision. */
  public record Decided(
      long number, String verdict, String at, String cause, String by, String digest) {}

  /** The words said at the gate, in the order of the view. */
  public static List<Approval> approvals(GateView gate) {
    return gate.approvals().stream()
        .map(
            said ->
                new Approval(
                    said.person(),
                    said.word().name(),
                    Times.moment(said.at()),
                    said.comment(),
                    said.stale(),
                    said.difference() == null ? List.of() : said.difference()))
        .toList();
  }

  /** The decisions, in the order given. */
  public static List<Decided> decisions(List<DecisionSummary> decisions) {
    return decisions.stream()
        .map(
            one ->
                new Decided(
                    one.number(),
                    one.verdict().name(),
                    Times.moment(one.decidedAt()),
                    one.cause(),
                    one.decidedBy().name(),
                    one.decisionDigest()))
        .toList();
  }

  /** A moment in the words of the pages. */
  public static String moment(@Nullable Instant at) {
    return Times.moment(at);
  }
}
