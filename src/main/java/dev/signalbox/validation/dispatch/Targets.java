package dev.signalbox.validation.dispatch;

import dev.signalbox.validation.Adapter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All kinds of targets: exactly one for each adapter. */
@Component
public class Targets {

  private final Map<Adapter, Target> byAdapter = new EnumMap<>(Adapter.class);

  Targets(List<Target> all) {
    for (Target target : all) {
      if (byAdapter.put(target.adapter(), target) != null) {
        throw new IllegalStateException("two targets for " + target.adapter());
      }
    }
    if (byAdapter.size() != Adapter.values().length) {
      throw new IllegalStateException(
          "no target for one of " + Arrays.toString(Adapter.values()) + ": " + byAdapter.keySet());
    }
  }

  /** Sends it; where nobody is called, it counts as taken. */
  public Answer send(Dispatch dispatch) {
    Aim aim = dispatch.aim();
    return aim == null ? new Answer.Taken(null, null) : of(aim).send(dispatch, aim);
  }

  /** Looks for it; where nobody is called, nothing can be seen. */
  public Sighting look(Dispatch dispatch) {
    Aim aim = dispatch.aim();
    return aim == null
        ? new Sighting.Unseen("no target to look at", null)
        : of(aim).look(dispatch, aim);
  }

  /** Asks for its end, where somebody was called; false if that could not be done now. */
  public boolean stop(Dispatch dispatch) {
    Aim aim = dispatch.aim();
    return aim == null || of(aim).stop(dispatch, aim);
  }

  @SuppressWarnings("NullAway") // the constructor has seen to it
  private Target of(Aim aim) {
    return byAdapter.get(aim.adapter());
  }
}
