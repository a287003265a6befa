package dev.signalbox.wire.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what our own value types say about a value that they refuse. Messages of other people's
 * code may name classes, so they are never shown.
 */
final class OwnWords {

  private OwnWords() {}

  static Optional<String> of(Throwable refusal) {
    for (@Nullable Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause.getClass() == IllegalArgumentException.class && isOurs(cause)) {
        return Optional.ofNullable(cause.getMessage());
      }
    }
    return Optional.empty();
  }

  private static boolean isOurs(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("dev.signalbox.");
  }
}
