package dev.signalbox.access.secret;

/** There is no usable master key; the start ends with this one line. */
final class MasterKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MasterKeyException(String message) {
    super(message);
  }

  MasterKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
