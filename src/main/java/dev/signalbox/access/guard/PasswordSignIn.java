package dev.signalbox.access.guard;

import dev.signalbox.access.AccessSettings;
import dev.signalbox.access.account.SignInDesk;
import dev.signalbox.access.account.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The sign-in form's way to the accounts, with a brake for those who guess. Spring Security finds
 * it as the only provider; naming it in the filter chain too would ask it twice.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

  /** One address may fail so many times as often under several names. */
  private static final int NAMES_PER_SOURCE = 10;

  private static final int MAX_NAME = 100;

  private final SignInDesk desk;
  private final AccessMeters meters;
  private final Throttle byName;
  private final Throttle bySource;

  PasswordSignIn(SignInDesk desk, AccessMeters meters, AccessSettings settings, Clock clock) {
    this.desk = desk;
    this.meters = meters;
    this.byName = new Throttle(clock, settings.signInFailures(), settings.signInPause());
    this.bySource =
        new Throttle(clock, settings.signInFailures() * NAMES_PER_SOURCE, settings.signInPause());
  }

  @Override
  public Authentication authenticate(Authentication form) {
    String username = form.getName().strip().toLowerCase(Locale.ROOT);
    String source =
        form.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    String name =
        source + " " + (username.length() > MAX_NAME ? username.substring(0, MAX_NAME) : username);
    Optional<Duration> pause = byName.pause(name).or(() -> bySource.pause(source));
    if (pause.isPresent()) {
      meters.count(AccessMeters.SignIn.THROTTLED);
      throw new TooManySignIns(pause.get());
    }
    Optional<SignedIn> who = desk.signIn(username, String.valueOf(form.getCredentials()), source);
    if (who.isEmpty()) {
      byName.refused(name);
      bySource.refused(source);
      meters.count(AccessMeters.SignIn.REFUSED);
      log.info("A sign-in from {} was refused", source);
      throw new BadCredentialsException("refused");
    }
    byName.forget(name);
    meters.count(AccessMeters.SignIn.ACCEPTED);
    return who.get();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
