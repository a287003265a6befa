package dev.signalbox.wire;

import org.jspecify.annotations.Nullable;

/** How many items one page may hold: between 1 and {@link Page#MAX_LIMIT}. */
public record Limit(int value) {

  public Limit {
    if (value < 1 || value > Page.MAX_LIMIT) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "The limit must lie between 1 and " + Page.MAX_LIMIT + ", not " + value + ".");
    }
  }

  /** The limit that was asked for, or the default; outside of the bounds it is a 400. */
  public static Limit of(@Nullable Integer asked) {
    return new Limit(asked == null ? Page.DEFAULT_LIMIT : asked);
  }
}
