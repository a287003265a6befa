package dev.signalbox.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as its administrators see it; no secret is ever shown again.
 *
 * @param path where the sender posts to
 */
public record SourceView(
    String id,
    String name,
    Dialect dialect,
    String path,
    boolean enabled,
    long version,
    Instant createdAt,
    String createdBy,
    List<Secret> secrets) {

  /**
   * One secret of a source.
   *
   * @param state CURRENT, NEXT or RETIRING
   * @param retireAt when a retiring one stops counting
   */
  public record Secret(long id, String state, Instant createdAt, @Nullable Instant retireAt) {}
}
