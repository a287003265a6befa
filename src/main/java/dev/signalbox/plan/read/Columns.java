package dev.signalbox.plan.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of PostgreSQL as values of Java. */
final class Columns {

  private Columns() {}

  static List<String> strings(ResultSet row, String name) throws SQLException {
    return List.of((String[]) row.getArray(name).getArray());
  }

  static Instant instant(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String name) throws SQLException {
    OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
