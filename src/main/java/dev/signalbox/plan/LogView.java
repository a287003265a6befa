package dev.signalbox.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the execution log.
 *
 * @param on null if unknown
 * @param repeated whether the same row stands earlier, to the letter
 * @param stranded whether it was found outside the log's own section
 */
public record LogView(
    long id,
    String sprint,
    @Nullable LocalDate on,
    String text,
    String owner,
    boolean repeated,
    boolean stranded,
    Origin origin) {}
