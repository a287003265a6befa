package dev.signalbox.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run with all its attempts, oldest first.
 *
 * @param trigger what started it
 * @param plannedAt the planned instant, for CRON
 */
public record RunView(
    RunSummary summary,
    JobTrigger trigger,
    @Nullable Instant plannedAt,
    @Nullable String errorDetail,
    Map<String, String> inputs,
    List<AttemptView> attempts) {}
