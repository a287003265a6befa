package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list, as declared.
 *
 * @param stateDate null if unknown
 * @param dependencies how many keys it waits for
 * @param blockers how many blockers hold it now
 * @param absentSince since when its document no longer names it; null while it is in plan
 */
public record TaskLine(
    String key,
    String sprint,
    TaskState state,
    @Nullable LocalDate stateDate,
    String text,
    List<String> owners,
    String source,
    int dependencies,
    int blockers,
    @Nullable Instant absentSince,
    long version,
    Instant changedAt) {}
