package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.FreshDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A process that holds an embedded database, commits one row, tells its server's id and waits. */
final class Launcher {

  private Launcher() {}

  static DatabaseSettings settings(Path directory) {
    return new DatabaseSettings(directory, FreshDatabase.ROOT, Duration.ofSeconds(60));
  }

  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
  }

  static ProcessHandle serverOf(Process launcher) throws IOException {
    var lines = new BufferedReader(launcher.inputReader(UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("server ")) {
        return ProcessHandle.of(Long.parseLong(line.substring(7))).orElseThrow();
      }
    }
    throw new IOException("the launcher ended without a server");
  }

  static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    var details = database.connectionDetails();
    try (var connection =
            DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void main(String[] args) throws Exception {
    var database = EmbeddedDatabase.start(settings(Path.of(args[0])));
    execute(database, "create table kept (word text)");
    execute(database, "insert into kept values ('committed')");
    System.out.println("server " + database.serverPid());
    System.in.readAllBytes();
  }
}
