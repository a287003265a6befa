package dev.signalbox.wire.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Answers may show a secret this once, so nobody but the holder of the Idempotency-Key can read a
 * kept one: the body is sealed (AES-256-GCM) under a key made from the header's value, of which the
 * database knows only a digest.
 */
final class AnswerSeal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private AnswerSeal() {}

  /** What the database knows the header's value by: 64 hexadecimal digits. */
  static String name(String idempotencyKey) {
    return HexFormat.of().formatHex(digest("name:" + idempotencyKey));
  }

  /** Nonce, ciphertext and tag. */
  static byte[] seal(String idempotencyKey, byte[] body, RandomGenerator random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, idempotencyKey, nonce, body);
    byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return whole;
  }

  /** The body again. */
  static byte[] open(String idempotencyKey, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
    return crypt(Cipher.DECRYPT_MODE, idempotencyKey, nonce, rest);
  }

  private static byte[] crypt(int mode, String idempotencyKey, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(digest("seal:" + idempotencyKey), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
