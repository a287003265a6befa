package dev.signalbox.importer;

import java.nio.charset.StandardCharsets;

/** One file of a plan as somebody handed it in: the unit that is read, kept and written back. */
public final class PlanFile {

  private static final int LONGEST = 1_000;

  private final String path;
  private final byte[] bytes;

  /**
   * Wraps a file.
   *
   * @param path within the folder or archive it came in, with {@code /} between names; empty if
   *     nobody named it
   */
  public PlanFile(String path, byte[] bytes) {
    this.path = path.length() > LONGEST ? path.substring(path.length() - LONGEST) : path;
    this.bytes = bytes.clone();
  }

  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  /** The last name of the path; the whole path where it has one name only. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file with that text. */
  public static PlanFile ofText(String path, String text) {
    return new PlanFile(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
