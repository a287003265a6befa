package dev.signalbox.dashboard;

import dev.signalbox.report.Fact;
import dev.signalbox.validation.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as lists show it.
 *
 * @param took from its creation to its end, or how long it has been going on
 * @param facts in words, such as {@code p95 = 182 ms}
 */
public record RunRow(
    String project,
    String job,
    long number,
    String state,
    @Nullable String errorCode,
    String facts,
    String by,
    int attempt,
    String created,
    String took,
    String href) {

  /** The run as it stands at {@code now}. */
  public static RunRow of(String project, RunSummary run, Instant now) {
    Instant end = run.finishedAt() == null ? now : run.finishedAt();
    return new RunRow(
        project,
        run.job().value(),
        run.number(),
        run.state(),
        run.errorCode(),
        words(run.facts()),
        run.triggeredBy(),
        run.attemptNumber(),
        Times.moment(run.createdAt()),
        Times.span(Duration.between(run.createdAt(), end)),
        "/projects/" + project + "/jobs/" + run.job() + "/runs/" + run.number());
  }

  /** The colour of its bar in the history. */
  public String bar() {
    return switch (state) {
      case "PASSED", "FAILED", "ERRORED" -> state;
      default -> "OTHER";
    };
  }

  static String words(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.name() + " = " + fact.value().toPlainString() + " " + fact.unit())
        .collect(Collectors.joining(", "));
  }
}
