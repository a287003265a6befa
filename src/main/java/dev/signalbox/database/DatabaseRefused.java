package dev.signalbox.database;

/** The embedded database does not start, with one line on why and one on what to do. */
final class DatabaseRefused extends RuntimeException {

  private final String action;

  DatabaseRefused(String what, String action) {
    super(what);
    this.action = action;
  }

  DatabaseRefused(String what, String action, Throwable cause) {
    super(what, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
