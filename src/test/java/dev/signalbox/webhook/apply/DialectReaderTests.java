package dev.signalbox.webhook.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.webhook.Dialect;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectReaderTests {

  private static final String ATTEMPT = "0b8e7c52-52a1-4d0e-9d3c-6a5d1a5a7f10";

  @Test
  void readsOurOwnResultBareAndWrapped() {
    String bare =
        """
        {"attempt": "%s", "outcome": "passed",
         "facts": [{"name": "p95", "value": 12.5, "unit": "ms"}], "url": "https://ci/1"}
        """
            .formatted(ATTEMPT);
    String wrapped =
        "{\"type\":\"validation.result\",\"timestamp\":\"2026-11-23T12:00:00Z\",\"data\":"
            + bare
            + "}";

    ReportedResult result = result(read(Dialect.STANDARD_WEBHOOKS, Map.of(), bare));

    assertThat(result.attempt()).isEqualTo(UUID.fromString(ATTEMPT));
    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.facts().getFirst().value()).isEqualByComparingTo("12.5");
    assertThat(result.origin()).isEqualTo("hook:ci delivery 7");
    assertThat(result(read(Dialect.STANDARD_WEBHOOKS, Map.of(), wrapped))).isEqualTo(result);
    assertThat(result(read(Dialect.GITHUB, Map.of(), bare))).isEqualTo(result);
    assertThat(result(read(Dialect.GITEA, Map.of(), wrapped))).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "{}",
        "{\"attempt\":\"x\",\"outcome\":\"passed\"}",
        "{\"attempt\":\"0b8e7c52-52a1-4d0e-9d3c-6a5d1a5a7f10\",\"outcome\":\"perfect\"}",
        "{\"attempt\":\"0b8e7c52-52a1-4d0e-9d3c-6a5d1a5a7f10\",\"outcome\":\"passed\",\"extra\":1}",
        "{\"type\":\"validation.result\",\"data\":[]}",
        "{",
        ""
      })
  void refusesContentThatIsNoResult(String body) {
    assertThat(read(Dialect.STANDARD_WEBHOOKS, Map.of(), body))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void leavesOtherTypesAndEventsAlone() {
    assertThat(read(Dialect.STANDARD_WEBHOOKS, Map.of(), "{\"type\":\"user.made\",\"data\":{}}"))
        .isInstanceOf(Reading.Unwanted.class);
    assertThat(read(Dialect.GITHUB, Map.of("x-github-event", "ping"), "{\"zen\":\"Keep\"}"))
        .isEqualTo(new Reading.Unwanted("ping"));
    assertThat(read(Dialect.FORGEJO, Map.of("x-forgejo-event", "push"), "{}"))
        .isEqualTo(new Reading.Unwanted("the event push is not acted on"));
    assertThat(
            read(
                Dialect.GITHUB,
                Map.of("x-github-event", "workflow_run"),
                "{\"workflow_run\":{\"display_title\":\"Nightly\"}}"))
        .isInstanceOf(Reading.Unwanted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "success, PASSED,",
    "failure, FAILED,",
    "cancelled, CANCELLED,",
    "timed_out, ERRORED, TIMEOUT",
    "startup_failure, ERRORED, STARTUP_FAILURE",
    "neutral, ERRORED, NEUTRAL",
    "skipped, ERRORED, SKIPPED",
    "action_required, ERRORED, ACTION_REQUIRED",
    "SUCCESsS, ERRORED, SUCCESSS",
    "'', ERRORED, UNKNOWN_CONCLUSION",
    "'<b>', ERRORED, UNKNOWN_CONCLUSION"
  })
  void mapsTheConclusionOfACompletedWorkflow(String conclusion, Outcome outcome, String error) {
    ReportedResult result = result(workflow("completed", "completed", conclusion));

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.errorCode()).isEqualTo(error);
    assertThat(result.externalId()).isEqualTo("289782451");
    assertThat(result.url()).isEqualTo("https://forge.example/runs/289782451");
  }

  @ParameterizedTest
  @CsvSource({"requested, queued", "in_progress, in_progress", "requested, waiting"})
  void takesAnUnfinishedWorkflowAsASignOfLife(String action, String status) {
    assertThat(result(workflow(action, status, "")).outcome()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workflow_dispatch", "repository_dispatch"})
  void findsTheAttemptInTheTitleOfADispatchedRun(String event) {
    assertThat(result(titled(event)).attempt()).isEqualTo(UUID.fromString(ATTEMPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "pull_request", "pull_request_target", "schedule", ""})
  void believesNoTitleThatAStrangerMayHaveWritten(String event) {
    assertThat(titled(event)).isEqualTo(new Reading.Unwanted("the run was not dispatched"));
  }

  @Test
  void readsNoCommitMessage() {
    String body =
        """
        {"action":"completed","workflow_run":{"status":"completed","conclusion":"success","id":1,
         "event":"workflow_dispatch","head_commit":{"message":"see %s"},"display_title":"CI"}}
        """
            .formatted(ATTEMPT);

    assertThat(read(Dialect.GITHUB, Map.of("x-github-event", "workflow_run"), body))
        .isEqualTo(new Reading.Unwanted("the run names no attempt of ours"));
  }

  @Test
  void keepsNoAddressThatIsNotOfTheWeb() {
    String body =
        """
        {"workflow_run":{"event":"workflow_dispatch","name":"%s","html_url":"javascript:alert(1)"}}
        """
            .formatted(ATTEMPT);

    assertThat(result(read(Dialect.GITHUB, Map.of("x-github-event", "workflow_run"), body)).url())
        .isNull();
  }

  @Test
  void takesABareReportWithTheAttemptOfItsHeader() {
    StoredDelivery delivery =
        new StoredDelivery(
            7,
            "demo",
            "ci",
            Dialect.STANDARD_WEBHOOKS,
            Map.of("x-signalbox-attempt", ATTEMPT),
            "application/xml",
            "<testsuite><testcase name='a'><failure/></testcase></testsuite>".getBytes(UTF_8),
            0);

    ReportedResult result = result(DialectReader.read(delivery));

    assertThat(result.attempt()).isEqualTo(UUID.fromString(ATTEMPT));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
  }

  private static Reading titled(String event) {
    return read(
        Dialect.GITHUB,
        Map.of("x-github-event", "workflow_run"),
        """
        {"action":"completed","workflow_run":{"status":"completed","conclusion":"success","id":1,
         "event":"%s","display_title":"validate [%s]"}}
        """
            .formatted(event, ATTEMPT));
  }

  private static Reading workflow(String action, String status, String conclusion) {
    return read(
        Dialect.GITEA,
        Map.of("x-gitea-event", "workflow_run"),
        """
        {"action":"%s","workflow_run":{"id":289782451,"status":"%s","conclusion":"%s",
         "event":"workflow_dispatch","display_title":"validate %s",
         "html_url":"https://forge.example/runs/289782451"}}
        """
            .formatted(action, status, conclusion, ATTEMPT));
  }

  private static Reading read(Dialect dialect, Map<String, String> headers, String body) {
    return DialectReader.read(
        new StoredDelivery(
            7, "demo", "ci", dialect, headers, "application/json", body.getBytes(UTF_8), 0));
  }

  private static ReportedResult result(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Result.class);
    return ((Reading.Result) reading).result();
  }
}
