package dev.signalbox.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server runs as. PostgreSQL refuses to be root, so root starts it as {@code nobody}, who
 * owns the data then. Where a parent such as /root is closed to others, the data stays root's and
 * the server runs in a user namespace in which root is called nobody: it reaches just what root
 * owns, with no power over anything else. A capability would not do, as access(2) ignores it.
 *
 * @param prefix the words before each command; empty for everyone but root
 */
record ServerUser(List<String> prefix) {

  private static final String NOBODY = "nobody";

  private static final String CAN_WORK =
      "test \"$(id -u)\" -ne 0 && test -x \"$1\" && test -w \"$2\" && cd \"$2\"";

  static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** Gives a new file or directory to the user that the server will run as. */
  static void handOver(Path path) {
    if (!isRoot() || !isOpenToOthers(path.toAbsolutePath().getParent())) {
      return;
    }
    try {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(NOBODY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a way to run {@code executable} as the owner of {@code data}. */
  static ServerUser ownerOf(Path data, Path executable) {
    if (!isRoot()) {
      return new ServerUser(List.of());
    }
    var uid = uid(data);
    var user = new ServerUser(uid == 0 ? namespace() : setpriv(uid));
    var probe = user.words("sh", "-c", CAN_WORK, "sh", executable.toString(), data.toString());
    if (works(probe)) {
      return user;
    }
    throw new DatabaseRefused(
        "PostgreSQL refuses to run as root, and root cannot become user %d for %s here."
            .formatted(uid, data),
        "Start Signalbox as an ordinary user, or set spring.datasource.url to a PostgreSQL of your"
            + " own.");
  }

  List<String> words(String... command) {
    var words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    return words;
  }

  private static boolean works(List<String> probe) {
    try {
      return Command.run(probe, "", Duration.ofSeconds(10)).succeeded();
    } catch (UncheckedIOException setprivIsMissing) {
      return false;
    }
  }

  private static List<String> setpriv(int uid) {
    return List.of(
        "setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs");
  }

  private static List<String> namespace() {
    return List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=65534");
  }

  private static boolean isOpenToOthers(@Nullable Path directory) {
    try {
      for (var each = directory; each != null; each = each.getParent()) {
        if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int uid(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
