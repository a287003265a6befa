package dev.signalbox.validation.dispatch;

import dev.signalbox.validation.Adapter;

/**
 * A kind of CI system. Methods never throw for what it does, and are bounded in time and bytes; a
 * {@code dispatch} that comes here has an aim of this adapter.
 */
public interface Target {

  Adapter adapter();

  /** Has the attempt begin there. */
  Answer send(Dispatch dispatch, Aim aim);

  /** How the attempt is doing there: by its external id, or found by the attempt's own id. */
  Sighting look(Dispatch dispatch, Aim aim);

  /**
   * Asks for its end there; what comes of it is not waited for.
   *
   * @return false if it could not be asked and should be later
   */
  boolean stop(Dispatch dispatch, Aim aim);
}
