package dev.signalbox.validation.adapter;

import dev.signalbox.validation.ValidationSettings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bulkhead: one slow host takes a few slots, and all hosts together never all threads, so that
 * other tasks go on.
 */
@Component
class CallSlots {

  private final int perHost;
  private final int inAll;
  private final Map<String, Integer> taken = new HashMap<>();
  private int sum;

  CallSlots(ValidationSettings settings) {
    this.perHost = settings.callsPerHost();
    this.inAll = Math.max(1, settings.threads() / 2);
  }

  /** Takes a slot; false if none is free. Never waits. */
  synchronized boolean take(String host) {
    int now = taken.getOrDefault(host, 0);
    if (now >= perHost || sum >= inAll) {
      return false;
    }
    taken.put(host, now + 1);
    sum++;
    return true;
  }

  synchronized void release(String host) {
    taken.computeIfPresent(host, (key, now) -> now == 1 ? null : now - 1);
    sum--;
  }
}
