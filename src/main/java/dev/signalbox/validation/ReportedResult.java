package dev.signalbox.validation;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.TestReport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a CI system says of one attempt.
 *
 * @param outcome null while the attempt is running (a sign of life)
 * @param errorCode for ERRORED, such as {@code ENOSPC}; else null
 * @param externalId what the CI system calls the attempt, or null
 * @param origin where it came from, such as {@code hook:ci-main delivery 42} or {@code api}
 */
public record ReportedResult(
    UUID attempt,
    @Nullable Outcome outcome,
    @Nullable String errorCode,
    List<Fact> facts,
    @Nullable TestReport report,
    @Nullable String externalId,
    @Nullable String url,
    String origin) {}
