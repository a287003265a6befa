package dev.signalbox.report;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTests {

  private static final String SUREFIRE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="depot.YardTests" tests="4" failures="1" errors="1" skipped="1" time="3.21">
        <testcase classname="depot.YardTests" name="couplesWagons" time="0.5"/>
        <testcase classname="depot.YardTests" name="brakesInTime" time="1.25">
          <failure message="expected 3 but was 4" type="AssertionError">at depot.Yard:12</failure>
        </testcase>
        <testcase classname="depot.YardTests" name="readsTheSwitch" time="1,234.5">
          <error type="IOException">the wire is cut</error>
        </testcase>
        <testcase classname="depot.YardTests" name="waitsForSpring"><skipped/></testcase>
      </testsuite>
      """;

  @Test
  void countsEveryCaseByItsOutcome() {
    TestReport report = read(SUREFIRE);

    assertThat(report.format()).isEqualTo("junit-xml");
    assertThat(counts(report)).containsExactly(4, 1, 1, 1, 1);
    assertThat(report.millis()).isEqualTo(500 + 1250 + 1_234_500);
    assertThat(report.defects()).isEmpty();
    assertThat(report.trusted()).isTrue();
    assertThat(report.passes()).isFalse();
    assertThat(report.failures())
        .containsExactly(
            new TestReport.Case(
                "depot.YardTests", "brakesInTime", "FAILED", "expected 3 but was 4"),
            new TestReport.Case("depot.YardTests", "readsTheSwitch", "ERRORED", "the wire is cut"));
  }

  @Test
  void passesOnlyWithAPassedCaseAndNoBadOne() {
    assertThat(read("<testsuite><testcase name='a'/></testsuite>").passes()).isTrue();
    assertThat(read("<testsuite><testcase name='a'><failure/></testcase></testsuite>").passes())
        .isFalse();
  }

  @Test
  void countsCasesOfNestedSuitesOnce() {
    TestReport report =
        read(
            """
            <testsuites tests="3" failures="0">
              <testsuite name="all" tests="3">
                <testsuite name="inner" tests="2"><testcase name="a"/><testcase name="b"/></testsuite>
                <testcase name="c"/>
              </testsuite>
            </testsuites>
            """);

    assertThat(counts(report)).containsExactly(3, 3, 0, 0, 0);
    assertThat(report.defects()).isEmpty();
  }

  @Test
  void namesCountsThatLieWithoutRefusingTheReport() {
    TestReport report = read("<testsuite name='x' tests='7'><testcase name='a'/></testsuite>");

    assertThat(codes(report)).containsExactly("COUNTS_DIFFER");
    assertThat(report.passes()).isTrue();
  }

  @Test
  void doesNotPassWhenFailuresAreStatedButNotShown() {
    TestReport report =
        read("<testsuite tests='1' failures='2' errors='0'><testcase name='a'/></testsuite>");

    assertThat(codes(report)).contains("HIDDEN_FAILURES", "COUNTS_DIFFER");
    assertThat(report.passes()).isFalse();
  }

  @Test
  void takesTheWorstOfSeveralResultsOfOneCase() {
    TestReport report =
        read("<testsuite><testcase name='a'><skipped/><failure/><error/></testcase></testsuite>");

    assertThat(counts(report)).containsExactly(1, 0, 0, 1, 0);
  }

  @Test
  void countsASuiteThatFailedAsAWhole() {
    TestReport report =
        read("<testsuite name='s'><testcase name='a'/><error message='set-up broke'/></testsuite>");

    assertThat(counts(report)).containsExactly(2, 1, 0, 1, 0);
    assertThat(codes(report)).contains("SUITE_FAILED");
    assertThat(report.passes()).isFalse();
  }

  @Test
  void namesFlakyCasesAndStillCountsThemAsPassed() {
    TestReport flaky =
        read("<testsuite><testcase name='a'><flakyFailure message='once'/></testcase></testsuite>");
    TestReport rerun =
        read("<testsuite><testcase name='a'><failure/><rerunFailure/></testcase></testsuite>");

    assertThat(codes(flaky)).containsExactly("FLAKY");
    assertThat(flaky.passed()).isOne();
    assertThat(rerun.failed()).isOne();
  }

  @Test
  void readsStatusWordsOfProducersThatWriteNoChildElement() {
    TestReport report =
        read(
            """
            <testsuite>
              <testcase name="a" status="run" result="completed"/>
              <testcase name="b" status="notrun" result="suppressed"/>
              <testcase name="c" status="FAILED"/>
              <testcase name="d" status="errored"/>
            </testsuite>
            """);

    assertThat(counts(report)).containsExactly(4, 1, 1, 1, 1);
  }

  @Test
  void namesDuplicatedNamesAndCountsBoth() {
    TestReport report =
        read("<testsuite><testcase name='a'/><testcase name='a'/><testcase name='a'/></testsuite>");

    assertThat(report.tests()).isEqualTo(3);
    assertThat(codes(report)).containsExactly("DUPLICATE_NAMES");
    assertThat(report.defects().getFirst().detail()).endsWith("(and 1 more)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "Infinity", "1e999", "1,2", "0x1p3", "1d", "soon", "1e99"})
  void namesTimesThatAreNoDurationAndCountsThemAsNothing(String time) {
    TestReport report = read("<testsuite><testcase name='a' time='" + time + "'/></testsuite>");

    assertThat(codes(report)).containsExactly("BAD_TIME");
    assertThat(report.millis()).isZero();
    assertThat(report.passes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2.5, 2500", "'1,234.5', 1234500", "1.2e-2, 12", ".5, 500", "3., 3000"})
  void readsTimesInSeconds(String time, long millis) {
    assertThat(read("<testsuite><testcase name='a' time='" + time + "'/></testsuite>").millis())
        .isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | EMPTY",
        "\"  \n\t \" | EMPTY",
        "<?xml version='1.0'?> | TRUNCATED",
        "<testsuite><testcase name='a'/> | TRUNCATED",
        "<testsuite><testcase name='a'/></testsuite><testsuite/> | TRAILING_CONTENT",
        "<testsuite><testcase name='a'/></testsuite>ok | TRAILING_CONTENT",
        "<testsuite><b></a></testsuite> | MALFORMED",
        "<testsuite><testcase name='a'/>&boom;</testsuite> | MALFORMED",
        "<testsuite/> | ZERO_TESTS",
        "<testsuites><testsuite tests='6'/></testsuites> | ZERO_TESTS",
        "<testsuite><testcase name='a'><skipped/></testcase></testsuite> | ALL_SKIPPED",
        "<testsuite><testcase><testcase/></testcase></testsuite> | MALFORMED",
        "<assemblies/> | UNKNOWN_FORMAT",
        "{} | UNKNOWN_FORMAT",
        "PK\u0003\u0004 | UNKNOWN_FORMAT",
        "<!DOCTYPE testsuite><testsuite/> | FORBIDDEN_DOCTYPE",
        "<!DOCTYPE t SYSTEM 'file:///etc/passwd'><testsuite/> | FORBIDDEN_DOCTYPE",
        "<!DOCTYPE t [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'>%p;]><testsuite/> |"
            + " FORBIDDEN_DOCTYPE",
        "<!DOCTYPE t [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]><testsuite>&b;</testsuite> |"
            + " FORBIDDEN_DOCTYPE",
      })
  void namesWhyAReportCannotBeTrusted(String document, String code) {
    TestReport report = read(document);

    assertThat(report.defects())
        .filteredOn(TestReport.Defect::fatal)
        .extracting(TestReport.Defect::code)
        .contains(code);
    assertThat(report.passes()).isFalse();
  }

  @Test
  void boundsDepthAndCasesAndBytes() {
    assertThat(codes(read("<testsuite>".repeat(65)))).containsExactly("TOO_DEEP");
    assertThat(codes(read("<testsuite>" + "<testcase/>".repeat(200_001) + "</testsuite>")))
        .containsExactly("TOO_MANY_CASES");
    assertThat(codes(ReportReader.read(new byte[ReportReader.MAX_BYTES + 1])))
        .containsExactly("TOO_LARGE");
  }

  @Test
  void keepsAHundredFailuresAndCutsLongTexts() {
    String failure =
        "<testcase name='%s'><failure>%s</failure></testcase>"
            .formatted("n".repeat(1_000), "m".repeat(499) + "\uD83D\uDE82" + "m".repeat(5_000));
    TestReport report = read("<testsuite>" + failure.repeat(150) + "</testsuite>");

    assertThat(report.failed()).isEqualTo(150);
    assertThat(report.failures()).hasSize(100);
    assertThat(report.failures().getFirst().message()).isEqualTo("m".repeat(499));
    assertThat(report.failures().getFirst().name()).hasSize(300);
  }

  @Test
  void readsOtherEncodingsAndMarks() {
    String plain = "<testsuite><testcase name='Z\u00fcge'><failure/></testcase></testsuite>";
    byte[] marked = ("\uFEFF" + plain).getBytes(UTF_8);

    assertThat(ReportReader.read(marked).failures().getFirst().name()).isEqualTo("Z\u00fcge");
    assertThat(ReportReader.read(plain.getBytes(UTF_16)).failed()).isOne();
  }

  @Test
  void neverPassesWhenCutAtAnyByte() {
    byte[] whole = SUREFIRE.replaceAll("<(failure|error) .*", "").strip().getBytes(UTF_8);
    assertThat(ReportReader.read(("<a>" + SUREFIRE).getBytes(UTF_8)).passes()).isFalse();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      TestReport report = ReportReader.read(cut);
      assertThat(report.trusted()).as("cut at %d", length).isFalse();
      assertThat(report.passes()).as("cut at %d", length).isFalse();
    }
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    Random random = new Random(505);
    byte[] whole = SUREFIRE.getBytes(UTF_8);
    for (int round = 0; round < 3_000; round++) {
      byte[] changed = whole.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      TestReport report = ReportReader.read(changed);
      assertThat(report.tests())
          .isEqualTo(report.passed() + report.failed() + report.errored() + report.skipped());
    }
  }

  private static TestReport read(String document) {
    return ReportReader.read(document.getBytes(UTF_8));
  }

  private static int[] counts(TestReport report) {
    return new int[] {
      report.tests(), report.passed(), report.failed(), report.errored(), report.skipped()
    };
  }

  private static List<String> codes(TestReport report) {
    return report.defects().stream().map(TestReport.Defect::code).toList();
  }
}
