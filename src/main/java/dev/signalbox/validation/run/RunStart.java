package dev.signalbox.validation.run;

import dev.signalbox.validation.JobTrigger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why and with what a run begins.
 *
 * @param triggeredBy name of the actor
 * @param plannedAt the planned instant; only and always for CRON
 */
public record RunStart(
    JobTrigger trigger,
    String triggeredBy,
    @Nullable Instant plannedAt,
    Map<String, String> inputs) {}
