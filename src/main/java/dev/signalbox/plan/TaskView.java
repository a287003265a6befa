package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that people declared of it.
 *
 * @param stateDate when the declared state was reached; null if unknown
 * @param closingNote the stated override or the reason of a cancellation, or null
 * @param place in its sprint, from 1
 * @param absentSince since when its document no longer names it; null while it is in plan
 * @param previous key of the task before it in the plan, or null
 * @param next key of the task behind it in the plan, or null
 * @param dependents tasks that wait for it, in the plan's order
 * @param blockers those that hold first, then the newest
 * @param mentions log rows of the project that name its key, newest first
 */
public record TaskView(
    String key,
    String sprint,
    String sprintTitle,
    TaskState state,
    @Nullable LocalDate stateDate,
    @Nullable String closingNote,
    String text,
    List<String> owners,
    String source,
    int place,
    @Nullable Instant absentSince,
    @Nullable String previous,
    @Nullable String next,
    List<DependencyView> dependencies,
    List<DependencyView> dependents,
    List<BlockerView> blockers,
    List<LogView> mentions,
    long version,
    Instant changedAt) {}
