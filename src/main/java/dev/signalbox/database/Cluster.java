package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The data on disk: made once, with a password of its own, and kept from then on. */
record Cluster(Path data, String password) {

  static final String SUPERUSER = "postgres";
  private static final int PASSWORD_BYTES = 24;

  /** Locales from best to most available; the built-in one needs nothing from the machine. */
  private static final List<String> INITDB =
      List.of(
          "--auth=scram-sha-256",
          "--pwfile=/dev/stdin",
          "--username=" + SUPERUSER,
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--locale=C",
          "--builtin-locale=C.UTF-8",
          "--data-checksums");

  static Cluster openOrCreate(Path directory, Binaries binaries, Duration patience) {
    var data = directory.resolve("data");
    try {
      if (!Files.exists(data)) {
        create(data, password(directory.resolve("password"), true), binaries, patience);
      }
      refuseOtherVersion(data, binaries);
      return new Cluster(data, password(directory.resolve("password"), false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates beside and renames, so that a half-made cluster is never taken for a whole one. */
  private static void create(Path data, String password, Binaries binaries, Duration patience)
      throws IOException {
    var fresh = data.resolveSibling("data.new");
    FileSystemUtils.deleteRecursively(fresh);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ServerUser.handOver(fresh);
    var initdb = Path.of(binaries.program("initdb"));
    // cat makes the pipe belong to the user that initdb runs as, who may then open /dev/stdin
    var words =
        ServerUser.ownerOf(fresh, initdb)
            .words(
                "sh", "-c", "cat | exec \"$@\"", "sh", initdb.toString(), "-D", fresh.toString());
    words.addAll(INITDB);
    var made = Command.run(words, password + "\n", patience);
    if (!made.succeeded()) {
      throw new DatabaseRefused(
          "The database could not be created in %s: %s".formatted(data, made.output()),
          "Free space, or choose another place with --signalbox.database.directory=...");
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void refuseOtherVersion(Path data, Binaries binaries) throws IOException {
    var version = Files.readString(data.resolve("PG_VERSION"), UTF_8).strip();
    if (!version.equals(binaries.major())) {
      throw new DatabaseRefused(
          "The data in %s was written by PostgreSQL %s; this Signalbox brings PostgreSQL %s."
              .formatted(data, version, binaries.version()),
          "Start the Signalbox that wrote it, dump its database with pg_dump, move the directory"
              + " away, start this one once, and load the dump with psql.");
    }
  }

  private static String password(Path file, boolean mayCreate) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file, UTF_8).strip();
    }
    if (!mayCreate) {
      throw new DatabaseRefused(
          "The password file %s is gone, but the data beside it is there.".formatted(file),
          "Restore the file from the backup of the whole directory.");
    }
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    var password = HexFormat.of().formatHex(bytes);
    var fresh = file.resolveSibling("password.new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, password);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return password;
  }
}
