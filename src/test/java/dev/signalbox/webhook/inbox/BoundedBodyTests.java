package dev.signalbox.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedBodyTests {

  private static final Duration LONG = Duration.ofSeconds(15);

  @Test
  void readsUpToTheLimitAndNotOneByteMore() throws IOException {
    assertThat(read(0)).isInstanceOf(BoundedBody.Outcome.Whole.class);
    assertThat(read(9_999)).isInstanceOf(BoundedBody.Outcome.Whole.class);
    assertThat(read(10_000)).isInstanceOf(BoundedBody.Outcome.Whole.class);
    assertThat(read(10_001)).isInstanceOf(BoundedBody.Outcome.TooLarge.class);
  }

  @Test
  void leavesTheRestOfAnEndlessBodyUnread() throws IOException {
    AtomicLong given = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            given.addAndGet(length);
            return length;
          }
        };

    assertThat(BoundedBody.read(endless, 10_000, LONG))
        .isInstanceOf(BoundedBody.Outcome.TooLarge.class);
    assertThat(given).hasValue(10_001);
  }

  @Test
  void givesUpOnABodyThatTrickles() throws IOException {
    AtomicLong clock = new AtomicLong();
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            return 1;
          }
        };

    assertThat(BoundedBody.read(slow, 10_000, LONG, clock::get))
        .isInstanceOf(BoundedBody.Outcome.TooSlow.class);
    assertThat(Duration.ofNanos(clock.get())).isEqualTo(Duration.ofSeconds(16));
  }

  private static BoundedBody.Outcome read(int size) throws IOException {
    return BoundedBody.read(new ByteArrayInputStream(new byte[size]), 10_000, LONG);
  }
}
