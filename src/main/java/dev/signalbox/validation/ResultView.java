package dev.signalbox.validation;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.TestReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was reported of an attempt.
 *
 * @param outcome as reported; null for a sign of life
 * @param judged what it counts as; differs where the report contradicts the outcome
 * @param detail why it differs, or empty
 */
public record ResultView(
    long id,
    @Nullable Outcome outcome,
    @Nullable Outcome judged,
    @Nullable String errorCode,
    String detail,
    List<Fact> facts,
    @Nullable TestReport report,
    String origin,
    ResultVerdict verdict,
    Instant receivedAt) {}
