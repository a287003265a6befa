package dev.signalbox.dashboard;

import dev.signalbox.access.TokenView;

/** A personal token as the account page lists it; the moments are in words. */
public record TokenRow(
    String id, String name, String scopes, String expires, String lastUsed, boolean revoked) {

  /** The token in the words of the page. */
  public static TokenRow of(TokenView token) {
    return new TokenRow(
        token.id(),
        token.name(),
        String.join(", ", token.scopes().stream().sorted().toList()),
        Times.moment(token.expiresAt()),
        Times.moment(token.lastUsedAt()),
        token.revokedAt() != null);
  }
}
