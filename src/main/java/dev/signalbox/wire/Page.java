package dev.signalbox.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the next page, to be sent back as {@code ?cursor=}; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;
}
