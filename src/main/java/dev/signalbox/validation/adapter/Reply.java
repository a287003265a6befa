package dev.signalbox.validation.adapter;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one call. */
sealed interface Reply {

  /** It was answered, well or badly. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, HttpHeaders headers, byte[] body) implements Reply {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /** It was certainly not sent. */
  record NotSent(String words, @Nullable Duration pause) implements Reply {}

  /** The address may not be called. */
  record Forbidden(String words) implements Reply {}

  /** It may have arrived; there is no whole answer. */
  record Broken(String words) implements Reply {}
}
