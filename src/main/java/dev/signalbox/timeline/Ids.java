package dev.signalbox.timeline;

import java.util.UUID;

/** Makes identifiers that nobody can guess; comes in from outside so that tests can fix them. */
public interface Ids {

  /** A random (version 4) UUID. */
  UUID uuid();

  /** {@code bytes} random bytes from a cryptographic source. */
  byte[] secret(int bytes);
}
