package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A blocker that was read from prose and waits for a person to say whether it is so. Ended tasks
 * have none: nothing hangs on the answer any more.
 *
 * @param taskVersion send it as If-Match with the decision
 * @param awaitedFrom owner of the external item that is awaited; null if unknown
 * @param sureness of the reader, in percent
 * @param since null if unknown
 */
public record ProposalView(
    long id,
    String task,
    String taskText,
    String sprint,
    TaskState state,
    long taskVersion,
    BlockerClass kind,
    String reason,
    @Nullable String awaits,
    @Nullable String awaitedText,
    @Nullable String awaitedFrom,
    @Nullable Integer sureness,
    @Nullable LocalDate since,
    Instant createdAt) {}
