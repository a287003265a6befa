package dev.signalbox.plan.read;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the rows of {@link SnapshotReader}'s statement, in its order. */
final class SnapshotRows {

  /** The plan's; negative while no project was found. */
  long version = -1;

  final List<PlanSnapshot.Task> tasks = new ArrayList<>();

  /** For each task the one just before it in its sprint, or null; only where changes are read. */
  final List<@Nullable String> before = new ArrayList<>();

  final List<PlanSnapshot.External> externals = new ArrayList<>();
  private final List<SprintNames.Named> sprints = new ArrayList<>();
  private final Map<String, List<PlanSnapshot.Blocker>> blockers = new HashMap<>();
  private final Map<String, Set<String>> waived = new HashMap<>();

  void add(ResultSet row) throws SQLException {
    String key = row.getString("key");
    switch (row.getInt("kind")) {
      case 0 -> version = row.getLong("plan_version");
      case 1 -> blockers.computeIfAbsent(key, k -> new ArrayList<>()).add(blocker(row));
      case 2 -> {
        tasks.add(task(key, row));
        before.add(row.getString("awaits"));
      }
      case 3 -> externals.add(external(key, row));
      case 4 -> sprints.add(sprint(key, row));
      default -> waived.computeIfAbsent(key, k -> new HashSet<>()).add(row.getString("text"));
    }
  }

  /** The sprints, with what the names of those that they wait for mean. */
  List<PlanSnapshot.Sprint> sprints() {
    return SprintNames.resolve(sprints, waived);
  }

  private PlanSnapshot.Task task(String key, ResultSet row) throws SQLException {
    return new PlanSnapshot.Task(
        new TaskKey(key),
        row.getString("text"),
        row.getString("sprint"),
        TaskState.valueOf(row.getString("state")),
        day(row),
        strings(row.getArray("owners")),
        strings(row.getArray("targets")),
        List.copyOf(blockers.getOrDefault(key, List.of())),
        row.getBoolean("closed"),
        row.getLong("number"));
  }

  private static PlanSnapshot.Blocker blocker(ResultSet row) throws SQLException {
    return new PlanSnapshot.Blocker(
        row.getLong("number"),
        BlockerClass.valueOf(row.getString("state")),
        row.getString("text"),
        row.getString("awaits"),
        day(row),
        Standing.valueOf(row.getString("standing")),
        row.getObject("sureness", Integer.class));
  }

  private static SprintNames.Named sprint(String key, ResultSet row) throws SQLException {
    return new SprintNames.Named(
        key,
        row.getString("text"),
        row.getString("sprint"),
        row.getBoolean("closed"),
        strings(row.getArray("targets")));
  }

  private static PlanSnapshot.External external(String key, ResultSet row) throws SQLException {
    return new PlanSnapshot.External(
        key,
        ExternalKind.valueOf(row.getString("state")),
        row.getString("text"),
        row.getString("owner"),
        day(row),
        row.getBoolean("closed"),
        row.getString("sprint"));
  }

  private static @Nullable LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
