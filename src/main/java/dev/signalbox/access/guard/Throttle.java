package dev.signalbox.access.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts refusals of one kind by source in a fixed window, on this node, in bounded memory: the
 * source that was quiet longest is forgotten first.
 */
final class Throttle {

  private static final int MAX_SOURCES = 10_000;

  private final Clock clock;
  private final int allowed;
  private final Duration window;
  private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

  Throttle(Clock clock, int allowed, Duration window) {
    this.clock = clock;
    this.allowed = allowed;
    this.window = window;
  }

  /** How long this source has to wait, if it has to. */
  synchronized Optional<Duration> pause(String source) {
    Window counted = windows.get(source);
    Instant now = clock.instant();
    if (counted == null || !counted.ends().isAfter(now) || counted.refusals() < allowed) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, counted.ends()));
  }

  synchronized void refused(String source) {
    Instant now = clock.instant();
    Window counted = windows.get(source);
    boolean fresh = counted == null || !counted.ends().isAfter(now);
    Instant ends = fresh || counted == null ? now.plus(window) : counted.ends();
    int before = fresh || counted == null ? 0 : counted.refusals();
    windows.put(source, new Window(before + 1, ends));
    if (windows.size() > MAX_SOURCES) {
      windows.remove(windows.keySet().iterator().next());
    }
  }

  synchronized void forget(String source) {
    windows.remove(source);
  }

  private record Window(int refusals, Instant ends) {}
}
