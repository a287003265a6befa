package dev.signalbox.wire;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that ties together one request, its log lines, its timeline entries and its problem
 * document.
 */
public final class RequestId {

  /** Header that carries it in and out. */
  public static final String HEADER = "X-Request-Id";

  /** Key in the logging context. */
  public static final String MDC_KEY = "requestId";

  private RequestId() {}

  /** Id of the request that this thread works for; null outside of one. */
  public static @Nullable String current() {
    return MDC.get(MDC_KEY);
  }
}
