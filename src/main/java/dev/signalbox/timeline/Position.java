package dev.signalbox.timeline;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A place in the order in which entries are streamed; written {@code 801-17} on the wire.
 *
 * @param tx transaction that wrote the entry (a PostgreSQL {@code xid8})
 * @param id of the entry, or 0 for the place before all entries of the transaction
 */
public record Position(long tx, long id) implements Comparable<Position> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::tx).thenComparingLong(Position::id);

  /** Reads what {@link #toString} wrote; refuses anything else as an invalid request. */
  public static Position parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "A position in the stream looks like 801-17; send back the id of an event as it came.");
    }
    return new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return tx + "-" + id;
  }
}
