package dev.signalbox.validation;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as gates and pages see it.
 *
 * @param number counts up within its job, from 1
 * @param state of the run, such as {@code QUEUED}, {@code RUNNING}, {@code PASSED}
 * @param outcome null while it goes on
 * @param freshness how long a pass of this job counts; null for ever
 */
public record RunSummary(
    JobKey job,
    long number,
    UUID attempt,
    int attemptNumber,
    String state,
    @Nullable Outcome outcome,
    @Nullable String errorCode,
    List<Fact> facts,
    String triggeredBy,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Duration freshness) {}
