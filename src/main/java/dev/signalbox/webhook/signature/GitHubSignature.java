package dev.signalbox.webhook.signature;

import java.util.List;

/** GitHub: {@code X-Hub-Signature-256: sha256=hex}. The older SHA-1 header is never looked at. */
final class GitHubSignature implements SignatureScheme {

  static final GitHubSignature SCHEME = new GitHubSignature();

  private GitHubSignature() {}

  @Override
  public Verification verify(
      SentHeaders headers, byte[] body, List<SigningKey> keys, long nowSeconds) {
    return HexSignature.verify(
        headers.all("X-Hub-Signature-256"),
        "sha256=",
        headers.all("X-GitHub-Delivery"),
        body,
        keys);
  }
}
