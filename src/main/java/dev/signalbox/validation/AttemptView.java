package dev.signalbox.validation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try of a run with all that was reported of it.
 *
 * @param state such as {@code PENDING}, {@code UNKNOWN}, {@code RUNNING}, {@code PASSED}
 * @param calls how often its dispatch was called
 * @param conflict whether two different ends were reported, for people to settle
 * @param results oldest first; at most the last 50
 */
public record AttemptView(
    UUID id,
    int number,
    String state,
    int calls,
    Instant createdAt,
    @Nullable Instant claimedAt,
    @Nullable Instant lastSignAt,
    @Nullable Instant runDeadlineAt,
    @Nullable Instant finishedAt,
    @Nullable String externalId,
    @Nullable String url,
    @Nullable String errorCode,
    @Nullable String errorDetail,
    boolean conflict,
    List<ResultView> results) {}
