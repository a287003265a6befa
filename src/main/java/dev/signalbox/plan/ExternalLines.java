package dev.signalbox.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people say of an external item. */
public record ExternalLines(String text, @Nullable String owner, @Nullable LocalDate expectedOn) {}
