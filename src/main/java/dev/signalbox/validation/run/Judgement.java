package dev.signalbox.validation.run;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.TestReport;
import dev.signalbox.validation.ReportedResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reported outcome counts as. A pass must be earned: one that contradicts its own report, or
 * shows less than the job asks for, is none.
 *
 * @param errorCode set exactly when the outcome is ERRORED
 * @param words why it differs from what was reported, or empty
 */
public record Judgement(Outcome outcome, @Nullable String errorCode, String words) {

  /** Judges a terminal report. */
  public static Judgement of(Outcome reported, ReportedResult result, Set<String> expectedFacts) {
    return switch (reported) {
      case PASSED -> pass(result, expectedFacts);
      case FAILED -> new Judgement(Outcome.FAILED, null, "");
      case CANCELLED -> new Judgement(Outcome.CANCELLED, null, "");
      case ERRORED -> {
        String code = result.errorCode();
        yield new Judgement(Outcome.ERRORED, code == null ? ErrorCode.UNSPECIFIED : code, "");
      }
    };
  }

  private static Judgement pass(ReportedResult result, Set<String> expectedFacts) {
    TestReport report = result.report();
    if (report != null) {
      List<TestReport.Defect> fatal =
          report.defects().stream().filter(TestReport.Defect::fatal).toList();
      if (!fatal.isEmpty()) {
        return invalid(
            "reported as passed, but the report cannot be trusted: "
                + fatal.stream().map(TestReport.Defect::detail).collect(Collectors.joining("; ")));
      }
      if (report.failed() + report.errored() > 0) {
        return new Judgement(
            Outcome.FAILED,
            null,
            "reported as passed, but the report has %d failed and %d errored of %d tests"
                .formatted(report.failed(), report.errored(), report.tests()));
      }
    }
    Set<String> missing = new TreeSet<>(expectedFacts);
    missing.removeAll(result.facts().stream().map(Fact::name).collect(Collectors.toSet()));
    if (!missing.isEmpty()) {
      return invalid("reported as passed without the expected facts " + missing);
    }
    return new Judgement(Outcome.PASSED, null, "");
  }

  private static Judgement invalid(String words) {
    String cut = words.length() > 900 ? words.substring(0, 900) + "..." : words;
    return new Judgement(Outcome.ERRORED, ErrorCode.INVALID_RESULT, cut);
  }
}
