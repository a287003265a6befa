package dev.signalbox.access;

import dev.signalbox.timeline.Ids;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that must be readable again (HMAC keys) with AES-256-GCM under the master key, so
 * that a copy of the database alone gives none away. Sealed form: one byte version, 12 bytes nonce,
 * ciphertext, 16 bytes tag; the version is authenticated too.
 */
public class SecretBox {

  /** Length of the master key. */
  public static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + NONCE_BYTES;

  private final SecretKeySpec key;
  private final Ids ids;

  /** A box under this key of {@link #KEY_BYTES} bytes. */
  public SecretBox(byte[] masterKey, Ids ids) {
    if (masterKey.length != KEY_BYTES) {
      throw new IllegalArgumentException("the master key has " + KEY_BYTES + " bytes");
    }
    this.ids = ids;
    this.key = new SecretKeySpec(masterKey, "AES");
  }

  /** Sealed bytes: version, nonce, ciphertext and tag. */
  public byte[] seal(byte[] secret) {
    byte[] nonce = ids.secret(NONCE_BYTES);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret);
      byte[] sealed = new byte[HEAD_BYTES + ciphertext.length];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      System.arraycopy(ciphertext, 0, sealed, HEAD_BYTES, ciphertext.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not usable here", e);
    }
  }

  /** The secret again; throws if it was sealed under another key or changed. */
  public byte[] open(byte[] sealed) {
    if (sealed.length < HEAD_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new IllegalArgumentException("this is no sealed secret");
    }
    try {
      byte[] nonce = Arrays.copyOfRange(sealed, 1, HEAD_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce)
          .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the secret was sealed under another master key, or was changed", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
    return cipher;
  }
}
