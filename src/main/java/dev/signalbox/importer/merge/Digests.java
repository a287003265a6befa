package dev.signalbox.importer.merge;

import dev.signalbox.importer.PlanFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests (SHA-256, in hex) of what was handed in. */
public final class Digests {

  private Digests() {}

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Of one file that of its bytes; of several, over the path and the digest of each. */
  public static String of(List<PlanFile> files) {
    if (files.size() == 1) {
      return of(files.getFirst().bytes());
    }
    MessageDigest all = sha256();
    for (PlanFile file : files) {
      String line = of(file.bytes()) + " " + file.path() + "\n";
      all.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
