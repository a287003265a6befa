package dev.signalbox.timeline;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where time and randomness come from. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** For modules that must not know this one. */
  @Bean
  RandomGenerator randomGenerator() {
    return new SecureRandom();
  }

  @Bean
  Ids ids() {
    return new SecureIds(new SecureRandom());
  }

  /** RFC 9562 version 4 identifiers and secrets from one cryptographic source. */
  private record SecureIds(SecureRandom random) implements Ids {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public UUID uuid() {
      var bits = ByteBuffer.wrap(secret(16));
      var high = (bits.getLong() & ~0xF000L) | VERSION_4;
      var low = (bits.getLong() & ~(0b11L << 62)) | VARIANT;
      return new UUID(high, low);
    }

    @Override
    public byte[] secret(int bytes) {
      var secret = new byte[bytes];
      random.nextBytes(secret);
      return secret;
    }
  }
}
