package dev.signalbox.dashboard;

import dev.signalbox.report.TestReport;
import dev.signalbox.validation.AttemptView;
import dev.signalbox.validation.ResultView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One try of a run as the run page shows it, with all that was reported of it. */
public record AttemptRow(
    int number,
    String id,
    String state,
    boolean conflict,
    String claimed,
    String lastSign,
    @Nullable String externalId,
    @Nullable String url,
    @Nullable String error,
    List<Reported> results) {

  /**
   * One reported result.
   *
   * @param counts what it counts as, or RUNNING for a sign of life
   */
  public record Reported(
      String received,
      String counts,
      String verdict,
      String facts,
      String origin,
      String detail,
      @Nullable TestReport report) {

    static Reported of(ResultView result) {
      return new Reported(
          Times.moment(result.receivedAt()),
          result.judged() == null ? "RUNNING" : result.judged().name(),
          result.verdict().name(),
          RunRow.words(result.facts()),
          result.origin(),
          result.detail(),
          result.report());
    }
  }

  /** The attempt in the words of the page. */
  public static AttemptRow of(AttemptView attempt) {
    return new AttemptRow(
        attempt.number(),
        attempt.id().toString(),
        attempt.state(),
        attempt.conflict(),
        Times.moment(attempt.claimedAt()),
        Times.moment(attempt.lastSignAt()),
        attempt.externalId(),
        attempt.url(),
        error(attempt),
        attempt.results().stream().map(Reported::of).toList());
  }

  private static @Nullable String error(AttemptView attempt) {
    if (attempt.errorCode() == null) {
      return null;
    }
    String detail = attempt.errorDetail();
    return attempt.errorCode() + (detail == null ? "" : ": " + detail);
  }
}
