package dev.signalbox.validation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.TestReport;
import dev.signalbox.validation.ReportedResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTests {

  private static final UUID ATTEMPT = new UUID(4, 2);

  @Test
  void believesAPassThatShowsWhatWasAskedFor() {
    Judgement judged = judge(Outcome.PASSED, report(3, 0, false), Set.of("p95"), "p95");
    assertThat(judged).isEqualTo(new Judgement(Outcome.PASSED, null, ""));
  }

  @Test
  void callsAPassWithoutAnExpectedFactInvalid() {
    Judgement judged = judge(Outcome.PASSED, null, Set.of("p95", "rss"), "p95");
    assertThat(judged.outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(judged.errorCode()).isEqualTo("INVALID_RESULT");
    assertThat(judged.words()).contains("[rss]");
  }

  @Test
  void callsAPassWithAnUntrustworthyReportInvalid() {
    Judgement judged = judge(Outcome.PASSED, report(3, 0, true), Set.of());
    assertThat(judged.outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(judged.errorCode()).isEqualTo("INVALID_RESULT");
  }

  @Test
  void countsAPassWithFailedTestsAsFailedAndSaysSo() {
    Judgement judged = judge(Outcome.PASSED, report(3, 1, false), Set.of());
    assertThat(judged.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(judged.words()).contains("1 failed").contains("of 3 tests");
  }

  @Test
  void leavesAFailureAFailureWhateverItShows() {
    assertThat(judge(Outcome.FAILED, report(3, 0, true), Set.of("p95")).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void givesAnErrorWithoutACodeOne() {
    assertThat(judge(Outcome.ERRORED, null, Set.of()).errorCode()).isEqualTo("UNSPECIFIED");
  }

  private static Judgement judge(
      Outcome outcome, @Nullable TestReport report, Set<String> expected, String... facts) {
    List<Fact> shown =
        List.of(facts).stream().map(name -> new Fact(name, BigDecimal.ONE, "1")).toList();
    return Judgement.of(
        outcome,
        new ReportedResult(ATTEMPT, outcome, null, shown, report, null, null, "test"),
        expected);
  }

  private static TestReport report(int tests, int failed, boolean fatal) {
    List<TestReport.Defect> defects =
        fatal ? List.of(new TestReport.Defect("TRUNCATED", "cut in the middle", true)) : List.of();
    return new TestReport("junit-xml", tests, tests - failed, failed, 0, 0, 5, List.of(), defects);
  }
}
