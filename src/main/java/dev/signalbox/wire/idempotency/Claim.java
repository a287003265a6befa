package dev.signalbox.wire.idempotency;

import org.jspecify.annotations.Nullable;

/** What came of claiming a key. */
sealed interface Claim {

  /** The request is the first: do it, then keep its answer under the same scope and token. */
  record Granted(Scope scope, String token) implements Claim {}

  /** The same request was answered before. */
  record Answered(Answer answer) implements Claim {}

  /** The same request is being worked on. */
  record InFlight() implements Claim {}

  /** The key was used for another request. */
  record Differs() implements Claim {}

  /** Whose key it is and where it was used. */
  record Scope(String caller, String method, String path, String key) {}

  /** An answer as it went out. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Answer(
      int status,
      @Nullable String contentType,
      @Nullable String location,
      @Nullable String entityTag,
      byte[] body) {}
}
