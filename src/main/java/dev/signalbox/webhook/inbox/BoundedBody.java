package dev.signalbox.webhook.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reads a body once, as raw bytes, up to a size and a time; what is beyond is left unread. */
public final class BoundedBody {

  private static final int CHUNK = 8_192;

  private BoundedBody() {}

  /** How the reading ended. */
  public sealed interface Outcome {

    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Whole(byte[] bytes) implements Outcome {}

    /** More than the limit. */
    record TooLarge() implements Outcome {}

    /** Not within the time. */
    record TooSlow() implements Outcome {}
  }

  /** Reads until the end, the limit plus one byte, or the deadline. */
  public static Outcome read(InputStream in, int limit, Duration timeout) throws IOException {
    return read(in, limit, timeout, System::nanoTime);
  }

  static Outcome read(InputStream in, int limit, Duration timeout, LongSupplier nanos)
      throws IOException {
    long begun = nanos.getAsLong();
    ByteArrayOutputStream kept = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int count = in.read(chunk, 0, Math.min(CHUNK, limit + 1 - kept.size()));
      if (count < 0) {
        return new Outcome.Whole(kept.toByteArray());
      }
      kept.write(chunk, 0, count);
      if (kept.size() > limit) {
        return new Outcome.TooLarge();
      }
      if (nanos.getAsLong() - begun > timeout.toNanos()) {
        return new Outcome.TooSlow();
      }
    }
  }
}
