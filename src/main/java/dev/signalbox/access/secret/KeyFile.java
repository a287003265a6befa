package dev.signalbox.access.secret;

import dev.signalbox.access.SecretBox;
import dev.signalbox.timeline.Ids;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** The master key of a machine that runs the embedded database: a file beside the data. */
final class KeyFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final Ids ids;

  KeyFile(Path file, Ids ids) {
    this.file = file;
    this.ids = ids;
  }

  /** The key in the file, which is made at the first time. */
  byte[] readOrMake() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return MasterKey.decode(Files.readString(file).strip(), "The file master.key");
    } catch (IOException e) {
      throw new MasterKeyException("The master key file cannot be read or written: " + file, e);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String text = Base64.getEncoder().encodeToString(ids.secret(SecretBox.KEY_BYTES));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, OWNER_ONLY);
      }
      Files.writeString(fresh, text + "\n", StandardOpenOption.SYNC);
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException _) {
      Files.deleteIfExists(fresh);
    }
  }
}
