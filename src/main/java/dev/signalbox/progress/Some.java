package dev.signalbox.progress;

import java.util.List;

/**
 * The beginning of a list that may be long.
 *
 * @param count of the whole list
 * @param items its first ones
 */
public record Some<T>(int count, List<T> items) {

  static <T> Some<T> of(List<T> all, int limit) {
    return new Some<>(all.size(), List.copyOf(all.subList(0, Math.min(limit, all.size()))));
  }
}
