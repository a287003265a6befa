package dev.signalbox.importer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a plan document as somebody handed them in. */
public final class SubmittedDocument {

  private final String name;
  private final byte[] bytes;
  private final @Nullable String dialect;

  /**
   * Wraps a document.
   *
   * @param name of the file, for people; empty if unknown
   * @param dialect by which it shall be read, or null for the surest
   */
  public SubmittedDocument(String name, byte[] bytes, @Nullable String dialect) {
    this.name = name;
    this.bytes = bytes.clone();
    this.dialect = dialect;
  }

  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public @Nullable String dialect() {
    return dialect;
  }

  /** SHA-256 of the bytes, in hex. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
