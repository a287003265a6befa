package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time own the database directory. The operating system frees the lock when
 * its holder dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {

  /** File locks belong to the process; within it, this set is the lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DirectoryLock take(Path directory) {
    if (!HELD.add(directory)) {
      throw held(directory);
    }
    try {
      var lock = tryLock(directory);
      if (lock == null) {
        HELD.remove(directory);
        throw held(directory);
      }
      Files.writeString(directory.resolve("holder"), Long.toString(ProcessHandle.current().pid()));
      return lock;
    } catch (IOException e) {
      HELD.remove(directory);
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable DirectoryLock tryLock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return new DirectoryLock(directory, channel);
    }
    channel.close();
    return null;
  }

  private static DatabaseRefused held(Path directory) {
    return new DatabaseRefused(
        "The database in %s is in use by another Signalbox (process %s)."
            .formatted(directory, holder(directory)),
        "Use the one that runs, stop it first, or give this one a directory of its own with"
            + " --signalbox.database.directory=...");
  }

  private static String holder(Path directory) {
    try {
      return Files.readString(directory.resolve("holder"), UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(directory);
    }
  }
}
