package dev.signalbox.access.account;

import dev.signalbox.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads an SQL array of {@code project ROLE} texts; a project key has no blanks. */
public final class RoleArray {

  private RoleArray() {}

  /** Roles by project key. */
  public static Map<String, Set<Role>> read(ResultSet row, String column) throws SQLException {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (String text : (String[]) row.getArray(column).getArray()) {
      int blank = text.lastIndexOf(' ');
      roles
          .computeIfAbsent(text.substring(0, blank), _ -> EnumSet.noneOf(Role.class))
          .add(Role.valueOf(text.substring(blank + 1)));
    }
    return roles;
  }
}
