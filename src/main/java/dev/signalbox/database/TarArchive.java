package dev.signalbox.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Extracts a {@code .txz}: bounded in entries, bytes and memory, and never outside its root. */
final class TarArchive {

  static final int MAX_ENTRIES = 20_000;
  static final long MAX_BYTES = 512L << 20;
  private static final int MAX_MEMORY_KIB = 256 << 10;
  private static final int ANY_EXECUTE_BIT = 0111;

  private TarArchive() {}

  static void extract(InputStream in, Path root) throws IOException {
    var bytes = 0L;
    var entries = 0;
    try (var tar = new TarArchiveInputStream(new XZInputStream(in, MAX_MEMORY_KIB))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bytes += entry.getSize();
        entries++;
        if (entries > MAX_ENTRIES || bytes > MAX_BYTES) {
          throw new IOException("the archive is larger than its limit");
        }
        place(tar, entry, inside(root, root.resolve(entry.getName())), root);
      }
    }
  }

  private static void place(InputStream tar, TarArchiveEntry entry, Path target, Path root)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    var parent = inside(root, target.resolve(".."));
    Files.createDirectories(parent);
    if (entry.isSymbolicLink()) {
      inside(root, parent.resolve(entry.getLinkName()));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.isLink()) {
      Files.copy(tar, target);
      var executable = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    } else {
      throw new IOException("unexpected kind of entry: " + entry.getName());
    }
  }

  private static Path inside(Path root, Path path) throws IOException {
    var normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new IOException("the archive points outside its root: " + path);
    }
    return normal;
  }
}
