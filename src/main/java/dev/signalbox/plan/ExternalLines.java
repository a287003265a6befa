package dev.signalbox.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people say of an external item.
 *
 * @param kind null leaves it as it is; a new item is then {@link ExternalKind#OTHER}
 */
public record ExternalLines(
    @Nullable ExternalKind kind,
    String text,
    @Nullable String owner,
    @Nullable LocalDate expectedOn) {

  /** Without a word on its kind. */
  public ExternalLines(String text, @Nullable String owner, @Nullable LocalDate expectedOn) {
    this(null, text, owner, expectedOn);
  }
}
