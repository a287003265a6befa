package dev.signalbox.graph.web;

import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a list that is in memory; the cursor names the item after which it begins. */
record Slice<T>(List<T> items, @Nullable String next) {

  static <T> Slice<T> of(
      String list,
      List<T> all,
      Function<T, String> key,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int size = Limit.of(limit).value();
    int begin = cursor == null ? 0 : after(all, key, Cursor.decode(list, cursor, 1).getFirst());
    int end = Math.min(all.size(), begin + size);
    List<T> items = all.subList(begin, end);
    String next =
        end < all.size() ? Cursor.encode(list, List.of(key.apply(items.getLast()))) : null;
    return new Slice<>(items, next);
  }

  <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  private static <T> int after(List<T> all, Function<T, String> key, String last) {
    for (int at = 0; at < all.size(); at++) {
      if (key.apply(all.get(at)).equals(last)) {
        return at + 1;
      }
    }
    throw new ProblemException(
        ProblemType.INVALID_REQUEST,
        "The list changed and no longer has the place of this cursor. Begin it again.");
  }
}
