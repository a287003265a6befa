package dev.signalbox.access.guard;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody guesses passwords and has to wait. */
final class TooManySignIns extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration pause;

  TooManySignIns(Duration pause) {
    super("too many sign-ins");
    this.pause = pause;
  }

  /** Seconds to wait, rounded up. */
  long seconds() {
    return pause.toSeconds() + 1;
  }
}
