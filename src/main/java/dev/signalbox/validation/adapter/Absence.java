package dev.signalbox.validation.adapter;

import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import java.time.Duration;

/**
 * When "it is not there" may be believed. A call that was cut off may still be on its way through
 * proxies and queues, and lists lag behind: only after {@link #AFTER}, several times the longest
 * call, does not finding it prove that it will never come.
 */
final class Absence {

  static final Duration AFTER = Duration.ofMinutes(5);

  private Absence() {}

  static Sighting of(String words, Dispatch dispatch) {
    return dispatch.age().compareTo(AFTER) < 0
        ? new Sighting.Unseen(words + " (yet)", null)
        : new Sighting.Absent(words);
  }
}
