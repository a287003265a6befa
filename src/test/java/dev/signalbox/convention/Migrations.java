package dev.signalbox.convention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The migration files and what db/README.md says of them. */
final class Migrations {

  static final Path FOLDER = Path.of("db", "migration");
  static final Pattern NAME =
      Pattern.compile(
          "V(?<number>\\d{4})__(?<owner>[a-z]+)_(?<verb>[a-z]+)_(?<thing>[a-z_]+)\\.sql");

  private static final Path README = Path.of("db", "README.md");
  private static final Pattern TABLE_ROW =
      Pattern.compile("^\\| (?<tables>`[^|]+`) \\| (?<owner>[a-z]+) \\|");
  private static final Pattern RANGE_ROW =
      Pattern.compile("^\\| V(?<from>\\d{4})-(?<to>\\d{2}) \\| (?<owner>[a-z]+)");
  private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");
  private static final Pattern CREATED =
      Pattern.compile("(?m)^create table (?:if not exists )?(\\w+)");

  private Migrations() {}

  static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<String> tablesCreatedBy(Path file) throws IOException {
    return CREATED.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
  }

  static String owner(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? name.group("owner") : "(none)";
  }

  /** Table to owning module, as db/README.md has it. */
  static Map<String, String> owners() throws IOException {
    var owners = new TreeMap<String, String>();
    for (var line : Files.readAllLines(README)) {
      var row = TABLE_ROW.matcher(line);
      if (row.find()) {
        var owner = row.group("owner");
        QUOTED.matcher(row.group("tables")).results().forEach(t -> owners.put(t.group(1), owner));
      }
    }
    return owners;
  }

  /** The tens that a module numbers its migrations in, such as {@code 004} for the plan. */
  static Map<String, List<String>> tens() throws IOException {
    var tens = new HashMap<String, List<String>>();
    for (var line : Files.readAllLines(README)) {
      var row = RANGE_ROW.matcher(line);
      if (row.find()) {
        tens.computeIfAbsent(row.group("owner"), _ -> new ArrayList<>())
            .add("V" + row.group("from").substring(0, 3));
      }
    }
    return tens;
  }
}
