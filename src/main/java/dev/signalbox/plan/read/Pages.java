package dev.signalbox.plan.read;

import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages; a cursor holds the key of the last item, so the place is never lost. */
final class Pages {

  private Pages() {}

  /** The key behind which the page begins; empty to begin at the first. */
  static String after(String list, @Nullable String cursor) {
    if (cursor == null) {
      return "";
    }
    String key = Cursor.decode(list, cursor, 1).getFirst();
    if (key.isEmpty() || key.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "The cursor is not of this list.");
    }
    return key;
  }

  /** The number behind which the page begins; {@code first} without a cursor. */
  static long afterNumber(String list, @Nullable String cursor, long first) {
    return cursor == null ? first : Cursor.decodeNumber(list, cursor);
  }

  /** A page of what was read with a limit one higher than the page's. */
  static <T> Page<T> of(String list, List<T> found, int limit, Function<T, String> key) {
    if (found.size() <= limit) {
      return new Page<>(List.copyOf(found), null);
    }
    List<T> shown = List.copyOf(found.subList(0, limit));
    return new Page<>(shown, Cursor.encode(list, List.of(key.apply(shown.getLast()))));
  }
}
