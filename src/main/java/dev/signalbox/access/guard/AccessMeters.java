package dev.signalbox.access.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts how sign-ins and tokens fare. */
@Component
class AccessMeters {

  /** What can come of a sign-in. */
  enum SignIn {
    ACCEPTED,
    REFUSED,
    THROTTLED
  }

  /** What can come of a presented token. */
  enum Token {
    ACCEPTED,
    MALFORMED,
    UNKNOWN,
    EXPIRED,
    REVOKED,
    DISABLED
  }

  private final Map<SignIn, Counter> signIns = new EnumMap<>(SignIn.class);
  private final Map<Token, Counter> tokens = new EnumMap<>(Token.class);

  AccessMeters(MeterRegistry registry) {
    for (SignIn result : SignIn.values()) {
      signIns.put(result, counter(registry, "signalbox.access.sign.ins", result));
    }
    for (Token result : Token.values()) {
      tokens.put(result, counter(registry, "signalbox.access.tokens", result));
    }
  }

  void count(SignIn result) {
    increment(signIns.get(result));
  }

  void count(Token result) {
    increment(tokens.get(result));
  }

  private static void increment(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }

  private static Counter counter(MeterRegistry registry, String name, Enum<?> result) {
    return registry.counter(name, "result", result.name().toLowerCase(Locale.ROOT));
  }
}
