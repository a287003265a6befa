package dev.signalbox.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one-time password of {@code admin}, in memory, for the notice at the start. Empty if admin
 * has signed in before, or if the password came from the settings.
 */
@Component
public class BootstrapPassword {

  /** The username that it belongs to. */
  public static final String USERNAME = "admin";

  private volatile Optional<String> oneTime = Optional.empty();

  /** The password that was made at this start, if one was. */
  public Optional<String> oneTime() {
    return oneTime;
  }

  /** Called once, by the part that makes it. */
  public void made(String password) {
    this.oneTime = Optional.of(password);
  }
}
