package dev.signalbox.webhook.signature;

import java.util.List;

/**
 * Gitea and Forgejo: bare hex. Where Forgejo's own header is there, even empty, it alone decides;
 * the Gitea copy beside it cannot rescue it.
 */
final class ForgeSignature implements SignatureScheme {

  static final ForgeSignature SCHEME = new ForgeSignature();

  private ForgeSignature() {}

  @Override
  public Verification verify(
      SentHeaders headers, byte[] body, List<SigningKey> keys, long nowSeconds) {
    return HexSignature.verify(
        own(headers, "X-Forgejo-Signature", "X-Gitea-Signature"),
        "",
        own(headers, "X-Forgejo-Delivery", "X-Gitea-Delivery"),
        body,
        keys);
  }

  private static List<String> own(SentHeaders headers, String forgejo, String gitea) {
    List<String> values = headers.all(forgejo);
    return values.isEmpty() ? headers.all(gitea) : values;
  }
}
