package dev.signalbox.webhook.web;

import dev.signalbox.wire.Page;
import java.util.List;
import java.util.function.Function;

/** Cuts a list that was read one longer than asked, to know whether there is a next page. */
final class Pages {

  private Pages() {}

  static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
    if (oneMore.size() <= size) {
      return new Page<>(oneMore, null);
    }
    List<T> items = List.copyOf(oneMore.subList(0, size));
    return new Page<>(items, cursor.apply(items.getLast()));
  }
}
