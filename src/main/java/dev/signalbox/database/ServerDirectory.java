package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything one start of the server needs: programs, data, log, and whom to run as. */
record ServerDirectory(Binaries binaries, Path data, Path log, ServerUser user) {

  private static final Logger LOG = LoggerFactory.getLogger(ServerDirectory.class);
  private static final long LOG_LIMIT = 10L << 20;

  static ServerDirectory of(Path directory, Binaries binaries, Cluster cluster) {
    var user = ServerUser.ownerOf(cluster.data(), Path.of(binaries.program("pg_ctl")));
    var log = directory.resolve("postgresql.log");
    try {
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
        Files.move(
            log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(log)) {
        Files.createFile(
            log,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (ServerUser.isRoot()) {
          Files.setOwner(log, Files.getOwner(cluster.data()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServerDirectory(binaries, cluster.data(), log, user);
  }

  /**
   * Clears the way for a start: a server that outlived its Signalbox is stopped, if it is surely
   * ours; a process id that now belongs to something else is forgotten. The caller holds the lock.
   */
  void clearOrphan(Duration patience) {
    var pidFile = data.resolve("postmaster.pid");
    var process = orphan(pidFile);
    if (process.isEmpty() || process.get().info().command().isEmpty()) {
      return;
    }
    if (isOurs(process.get())) {
      LOG.info("Stopping PostgreSQL {} that outlived its Signalbox", process.get().pid());
      stop("fast", patience);
      return;
    }
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops whatever server the data directory names. */
  void stop(String mode, Duration patience) {
    var seconds = Long.toString(patience.toSeconds());
    var words =
        user.words(
            binaries.program("pg_ctl"), "-D", data.toString(), "-m", mode, "-w", "-t", seconds);
    words.add("stop");
    var stopped = Command.run(words, "", patience.plusSeconds(5));
    if (!stopped.succeeded()) {
      LOG.warn("PostgreSQL did not stop ({}): {}", mode, stopped.output());
    }
  }

  /** The last lines of the server's log, for the message about a failed start. */
  String lastWords() {
    try {
      var lines = Files.readAllLines(log, UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read)";
    }
  }

  private static Optional<ProcessHandle> orphan(Path pidFile) {
    try {
      List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile, UTF_8) : List.of();
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    var info = process.info();
    var program = info.command().map(Path::of).map(Path::getFileName).map(Path::toString);
    var words = info.arguments().map(List::of).orElse(List.of());
    return program.filter("postgres"::equals).isPresent() && words.contains(data.toString());
  }
}
