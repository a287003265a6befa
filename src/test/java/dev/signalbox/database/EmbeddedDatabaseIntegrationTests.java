package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.Await;
import dev.signalbox.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded server by itself: durable, private, alone in its directory, and hard to kill. */
class EmbeddedDatabaseIntegrationTests {

  private final Path directory = FreshDatabase.newDirectory("embedded");
  private final List<EmbeddedDatabase> started = new ArrayList<>();

  @AfterEach
  void stopAll() {
    started.forEach(EmbeddedDatabase::stop);
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "data_checksums, on",
    "server_encoding, UTF8",
    "is_superuser, off"
  })
  void holdsWhatItPromises(String setting, String value) throws SQLException {
    assertThat(query(SHARED.get(), "show " + setting)).isEqualTo(value);
  }

  @Test
  void runsTheMajorVersionThatItAnnounces() throws SQLException {
    assertThat(query(SHARED.get(), "show server_version")).startsWith("18.");
  }

  @Test
  void keepsItsDataForTheNextStart() throws SQLException {
    var first = start();
    execute(first, "create table kept (word text)");
    execute(first, "insert into kept values ('still here')");
    first.stop();
    assertThat(query(start(), "select word from kept")).isEqualTo("still here");
  }

  @Test
  void keepsThePasswordToItself() throws IOException {
    var details = start().connectionDetails();
    var permissions = Files.getPosixFilePermissions(directory.resolve("password"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    assertThat(details.getPassword()).hasSize(48);
    assertThat(details.toString()).doesNotContain(details.getPassword());
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(
            () -> DriverManager.getConnection(details.getJdbcUrl(), "signalbox", "guessed").close())
        .withMessageContaining("password authentication failed");
  }

  @Test
  void refusesASecondStartInOneLineAndLeavesTheFirstAlone() throws Exception {
    var first = start();
    assertThatExceptionOfType(DatabaseRefused.class)
        .isThrownBy(this::start)
        .withMessageContaining("in use by another Signalbox")
        .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
    var other = Launcher.start(directory);
    var words = new String(other.getInputStream().readAllBytes(), UTF_8);
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isNotZero();
    assertThat(words).contains("in use by another Signalbox");
    assertThat(query(first, "select 1")).isEqualTo("1");
  }

  @Test
  void comesBackOnTheSamePortWhenItsServerIsKilled() throws SQLException {
    var database = start();
    execute(database, "create table kept (word text)");
    execute(database, "insert into kept values ('committed')");
    var killed = database.serverPid();
    assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();
    Await.until(
        ofSeconds(60),
        () ->
            database.serverPid() != killed
                && query(database, "select word from kept").equals("committed"));
  }

  @Test
  void leavesNoServerBehindWhenItsProcessIsKilledAndRecovers() throws Exception {
    var launcher = Launcher.start(directory);
    var server = Launcher.serverOf(launcher);
    launcher.destroyForcibly().waitFor();
    server.onExit().get(60, TimeUnit.SECONDS);
    assertThat(query(start(), "select word from kept")).isEqualTo("committed");
  }

  @Test
  void recoversWhenProcessAndServerAreKilledTogether() throws Exception {
    var launcher = Launcher.start(directory);
    var server = Launcher.serverOf(launcher);
    launcher.destroyForcibly();
    server.destroyForcibly();
    launcher.waitFor();
    assertThat(query(start(), "select word from kept")).isEqualTo("committed");
  }

  @Test
  void forgetsAProcessIdThatNowBelongsToSomethingElse() throws Exception {
    start().stop();
    started.clear();
    var pidFile = directory.resolve("data").resolve("postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n1\n1\n\n\n\n");
    assertThat(query(start(), "select 1")).isEqualTo("1");
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    start().stop();
    started.clear();
    Files.writeString(directory.resolve("data").resolve("PG_VERSION"), "17\n");
    assertThatExceptionOfType(DatabaseRefused.class)
        .isThrownBy(this::start)
        .withMessageContaining("written by PostgreSQL 17")
        .satisfies(refused -> assertThat(refused.action()).contains("pg_dump"));
  }

  @Test
  void startsOverAfterAHalfMadeCluster() throws Exception {
    Files.createDirectories(directory.resolve("data.new").resolve("base"));
    assertThat(query(start(), "select 1")).isEqualTo("1");
  }

  private EmbeddedDatabase start() {
    var database = EmbeddedDatabase.start(Launcher.settings(directory));
    started.add(database);
    return database;
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    var details = database.connectionDetails();
    try (var connection =
            DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    Launcher.execute(database, sql);
  }

  /** One server for the tests that only look. */
  private static final class SHARED {
    private static EmbeddedDatabase database;

    static synchronized EmbeddedDatabase get() {
      if (database == null) {
        database = EmbeddedDatabase.start(Launcher.settings(FreshDatabase.newDirectory("shared")));
      }
      return database;
    }
  }
}
