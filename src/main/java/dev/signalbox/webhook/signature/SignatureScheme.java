package dev.signalbox.webhook.signature;

import dev.signalbox.webhook.Dialect;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides whether raw bytes are authentic. Every active secret is tried against every signature,
 * each comparison in constant time, and nothing ends early at a match.
 */
public sealed interface SignatureScheme permits StandardWebhooks, GitHubSignature, ForgeSignature {

  /** What a delivery id may look like. */
  Pattern DELIVERY_ID = Pattern.compile("[!-~]{1,200}");

  /**
   * Checks one delivery.
   *
   * @param keys the active secrets; none means refused
   * @param nowSeconds the time of the database, in seconds since 1970
   */
  Verification verify(SentHeaders headers, byte[] body, List<SigningKey> keys, long nowSeconds);

  /** The scheme of a dialect. */
  static SignatureScheme of(Dialect dialect) {
    return switch (dialect) {
      case STANDARD_WEBHOOKS -> StandardWebhooks.SCHEME;
      case GITHUB -> GitHubSignature.SCHEME;
      case GITEA, FORGEJO -> ForgeSignature.SCHEME;
    };
  }
}
