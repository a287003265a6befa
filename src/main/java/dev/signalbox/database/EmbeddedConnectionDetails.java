package dev.signalbox.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How the pool reaches the embedded server: as a role that owns its database and is no superuser.
 */
record EmbeddedConnectionDetails(int port, String database, Cluster cluster)
    implements JdbcConnectionDetails {

  static final String DATABASE = "signalbox";

  @Override
  public String getUsername() {
    return DATABASE;
  }

  @Override
  public String getPassword() {
    return cluster.password();
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Not the record's text, which would show the password. */
  @Override
  public String toString() {
    return getJdbcUrl();
  }

  /** Makes role and database where they are missing. */
  static void createDatabase(int port, Cluster cluster) {
    var admin = new EmbeddedConnectionDetails(port, Cluster.SUPERUSER, cluster);
    try (var connection =
        DriverManager.getConnection(admin.getJdbcUrl(), Cluster.SUPERUSER, cluster.password())) {
      if (isMissing(connection, "select 1 from pg_roles where rolname = ?")) {
        // the password is made of hex digits only
        execute(
            connection,
            "create role %s login password '%s'".formatted(DATABASE, cluster.password()));
      }
      if (isMissing(connection, "select 1 from pg_database where datname = ?")) {
        execute(connection, "create database %1$s owner %1$s".formatted(DATABASE));
      }
    } catch (SQLException e) {
      throw new DatabaseRefused(
          "The embedded PostgreSQL refuses its own password: " + e.getMessage(),
          "Restore the whole directory, with data and password, from one backup.",
          e);
    }
  }

  private static boolean isMissing(Connection connection, String query) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, DATABASE);
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
