package dev.signalbox.wire;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list that is in memory; the cursor names the item after which it begins.
 *
 * @param next cursor of the next piece, or null if this is the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {

  /**
   * Cuts the piece behind the cursor.
   *
   * @param list name of the list, which a cursor is bound to
   * @param key of an item, by which the list is found again
   * @throws ProblemException 400 for a limit or a cursor that is not of this list
   */
  public static <T> Slice<T> of(
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

  /** As a page of what these items look like. */
  public <R> Page<R> map(Function<T, R> view) {
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
