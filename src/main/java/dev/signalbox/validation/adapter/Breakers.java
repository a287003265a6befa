package dev.signalbox.validation.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker for each host: after some failures in a row nobody calls it for a while, then
 * one call tries; its success lets all call again. What is not called is postponed, never lost.
 */
@Component
class Breakers {

  static final int FAILURES = 5;
  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int MAX_HOSTS = 1000;

  private final InstantSource clock;
  private final LinkedHashMap<String, State> hosts = new LinkedHashMap<>();

  Breakers(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param openUntil null while fewer failures came than open it
   */
  private record State(int failures, @Nullable Instant openUntil) {}

  /** Null if the host may be called; else how long to wait. The caller reports what came of it. */
  synchronized @Nullable Duration refusal(String host) {
    State state = hosts.get(host);
    Instant until = state == null ? null : state.openUntil();
    if (state == null || until == null) {
      return null;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return Duration.between(now, until);
    }
    // this caller tries; if it never reports, the next one does after another pause
    hosts.put(host, new State(state.failures(), now.plus(PAUSE)));
    return null;
  }

  synchronized void succeeded(String host) {
    hosts.remove(host);
  }

  synchronized void failed(String host) {
    State before = hosts.remove(host);
    int failures = before == null ? 1 : before.failures() + 1;
    hosts.put(host, new State(failures, failures < FAILURES ? null : clock.instant().plus(PAUSE)));
    if (hosts.size() > MAX_HOSTS) {
      hosts.pollFirstEntry();
    }
  }
}
