package dev.signalbox.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The PostgreSQL that Signalbox brings along. There is a bean of this type only while it is in use;
 * others may print where the data lives.
 */
public final class EmbeddedDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final int START_ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Path directory;
  private final DirectoryLock lock;
  private final ServerDirectory server;
  private final Cluster cluster;
  private final Duration patience;
  private final int port;

  private volatile Postmaster postmaster;
  private volatile boolean stopping;

  private EmbeddedDatabase(DatabaseSettings settings, DirectoryLock lock) {
    this.directory = settings.absoluteDirectory();
    this.patience = settings.patience();
    this.lock = lock;
    var binaries = Binaries.unpackInto(settings.binariesDirectory());
    this.cluster = Cluster.openOrCreate(directory, binaries, patience);
    this.server = ServerDirectory.of(directory, binaries, cluster);
    server.clearOrphan(patience);
    this.port = ServerOptions.freePort();
    this.postmaster = launch();
  }

  static EmbeddedDatabase start(DatabaseSettings settings) {
    var directory = settings.absoluteDirectory();
    prepare(directory);
    var lock = DirectoryLock.take(directory);
    try {
      var database = new EmbeddedDatabase(settings, lock);
      database.open();
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where data, password and log lie; a backup copies the whole directory while nothing runs. */
  public Path directory() {
    return directory;
  }

  JdbcConnectionDetails connectionDetails() {
    return new EmbeddedConnectionDetails(port, EmbeddedConnectionDetails.DATABASE, cluster);
  }

  long serverPid() {
    return postmaster.pid();
  }

  void stop() {
    stopping = true;
    if (!postmaster.stop(patience)) {
      server.stop("immediate", patience);
    }
    lock.close();
  }

  private void open() {
    watch();
    try {
      EmbeddedConnectionDetails.createDatabase(port, cluster);
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
    LOG.info("PostgreSQL {} runs on port {} in {}", server.binaries().version(), port, directory);
  }

  /** A few tries, because the children of a killed server hold its memory for a moment. */
  private Postmaster launch() {
    var pause = FIRST_PAUSE;
    var failure = "";
    for (var attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      try {
        return Postmaster.start(server, port, patience);
      } catch (UncheckedIOException e) {
        failure = e.getMessage() + "\n" + server.lastWords();
        LOG.debug("Start {} of PostgreSQL failed: {}", attempt, failure);
        LockSupport.parkNanos(pause.toNanos());
        pause = longer(pause);
      }
    }
    throw new DatabaseRefused(
        "PostgreSQL did not start in %s: %s".formatted(directory, failure),
        "Look into " + server.log() + ".");
  }

  /** A server that dies under us (out of memory, kill -9) is started again on the same port. */
  private void watch() {
    var _ = postmaster.gone().thenRunAsync(this::revive, Thread::startVirtualThread);
  }

  private void revive() {
    var pause = FIRST_PAUSE;
    while (!stopping) {
      LOG.error("PostgreSQL is gone although nobody stopped it; starting it again");
      try {
        postmaster.stop(Duration.ZERO);
        postmaster = launch();
        if (stopping) {
          postmaster.stop(patience);
        }
        watch();
        return;
      } catch (DatabaseRefused e) {
        LOG.error(e.getMessage());
        LockSupport.parkNanos(pause.toNanos());
        pause = longer(pause);
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** Closed to others, except that a server which root starts as nobody must get through. */
  private static void prepare(Path directory) {
    try {
      if (!Files.exists(directory)) {
        Files.createDirectories(directory);
        var mode = ServerUser.isRoot() ? "rwx--x--x" : "rwx------";
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
      }
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The database directory %s cannot be made: %s".formatted(directory, e.getMessage()),
          "Choose another place with --signalbox.database.directory=...",
          e);
    }
  }
}
