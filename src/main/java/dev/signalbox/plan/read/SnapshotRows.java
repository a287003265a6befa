package dev.signalbox.plan.read;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the rows of {@link SnapshotReader}'s statement, by the numbers of its columns. */
final class SnapshotRows {

  private static final int KIND = 1;
  private static final int KEY = 2;
  private static final int TEXT = 3;

  /** Of a task; of a sprint its section, of a blocker its standing, of an item who closed it. */
  private static final int SPRINT = 4;

  /** Of a task; else the kind of a blocker or of an item. */
  private static final int STATE = 5;

  private static final int DAY = 6;

  /** Owners of a task, names of what a sprint depends on. */
  private static final int NAMES = 7;

  private static final int VERSION = 8;

  /** Of a blocker; the one before a task where changes are read. */
  private static final int AWAITS = 9;

  private static final int OWNER = 10;
  private static final int CLOSED = 11;
  private static final int ID = 12;
  private static final int POSITION = 13;
  private static final int SURENESS = 14;
  private static final int EDGE_TASKS = 15;
  private static final int EDGE_IDS = 16;

  /**
   * A task, and the key of the one just before it in its sprint; that is null of the first one, and
   * where a whole plan is read.
   */
  record Placed(PlanSnapshot.Task task, @Nullable String before) {}

  /** Something that has a place among its like: by position, then in the order of making. */
  private record InPlace<T>(int position, long id, T of) {}

  /** A task before it is known what it depends on. */
  private record Bare(
      String key,
      String text,
      String sprint,
      TaskState state,
      @Nullable LocalDate day,
      List<String> owners,
      boolean absent,
      long version,
      @Nullable String before) {}

  private long version = -1;
  private final List<InPlace<Bare>> tasks = new ArrayList<>();
  private final List<InPlace<PlanSnapshot.External>> externals = new ArrayList<>();
  private final List<InPlace<SprintNames.Named>> sprints = new ArrayList<>();
  private final Map<String, List<PlanSnapshot.Blocker>> blockers = new HashMap<>();
  private final Map<String, Set<String>> waived = new HashMap<>();
  private final EdgeRows edges = new EdgeRows();

  /** One text for all tasks of a sprint. */
  private final Map<String, String> sprintKeys = new HashMap<>();

  void add(ResultSet row) throws SQLException {
    switch (row.getInt(KIND)) {
      case 0 -> version = row.getLong(VERSION);
      case 1 ->
          blockers.computeIfAbsent(row.getString(KEY), key -> new ArrayList<>()).add(blocker(row));
      case 2 -> tasks.add(inPlace(row, task(row)));
      case 3 -> externals.add(inPlace(row, external(row)));
      case 4 -> sprints.add(inPlace(row, sprint(row)));
      case 5 ->
          waived
              .computeIfAbsent(row.getString(KEY), key -> new HashSet<>())
              .add(row.getString(TEXT));
      default -> edges.add(row.getBytes(EDGE_TASKS), row.getBytes(EDGE_IDS), row.getString(TEXT));
    }
  }

  /** The plan's; negative while no project was found. */
  long version() {
    return version;
  }

  /** The sprints in order, with what the names of those that they wait for mean. */
  List<PlanSnapshot.Sprint> sprints() {
    return SprintNames.resolve(inOrder(sprints), waived);
  }

  /** The external items in the order in which they were made. */
  List<PlanSnapshot.External> externals() {
    return inOrder(externals);
  }

  /** The tasks in the order of their sprints, as far as those were read, and within them. */
  List<Placed> tasks() {
    blockers
        .values()
        .forEach(some -> some.sort(Comparator.comparingLong(PlanSnapshot.Blocker::id)));
    Map<String, Integer> order = new HashMap<>();
    inOrder(sprints).forEach(sprint -> order.put(sprint.key(), order.size()));
    List<List<InPlace<Bare>>> bySprint = new ArrayList<>();
    for (int sprint = 0; sprint <= order.size(); sprint++) {
      bySprint.add(new ArrayList<>());
    }
    tasks.forEach(task -> bySprint.get(order.getOrDefault(task.of.sprint, order.size())).add(task));
    List<Placed> all = new ArrayList<>(tasks.size());
    for (List<InPlace<Bare>> some : bySprint) {
      sort(some);
      some.forEach(task -> all.add(whole(task)));
    }
    return all;
  }

  private Placed whole(InPlace<Bare> place) {
    Bare task = place.of;
    return new Placed(
        new PlanSnapshot.Task(
            new TaskKey(task.key),
            task.text,
            task.sprint,
            task.state,
            task.day,
            task.owners,
            edges.of(place.id),
            List.copyOf(blockers.getOrDefault(task.key, List.of())),
            task.absent,
            task.version),
        task.before);
  }

  private static <T> InPlace<T> inPlace(ResultSet row, T of) throws SQLException {
    return new InPlace<>(row.getInt(POSITION), row.getLong(ID), of);
  }

  private static <T> List<T> inOrder(List<InPlace<T>> places) {
    sort(places);
    return places.stream().map(InPlace::of).toList();
  }

  private static <T> void sort(List<InPlace<T>> places) {
    places.sort(
        Comparator.<InPlace<T>>comparingInt(InPlace::position).thenComparingLong(InPlace::id));
  }

  private Bare task(ResultSet row) throws SQLException {
    return new Bare(
        row.getString(KEY),
        row.getString(TEXT),
        sprintKeys.computeIfAbsent(row.getString(SPRINT), key -> key),
        TaskState.valueOf(row.getString(STATE)),
        day(row),
        names(row),
        row.getBoolean(CLOSED),
        row.getLong(VERSION),
        row.getString(AWAITS));
  }

  private static PlanSnapshot.Blocker blocker(ResultSet row) throws SQLException {
    return new PlanSnapshot.Blocker(
        row.getLong(ID),
        BlockerClass.valueOf(row.getString(STATE)),
        row.getString(TEXT),
        row.getString(AWAITS),
        day(row),
        Standing.valueOf(row.getString(SPRINT)),
        row.getObject(SURENESS, Integer.class));
  }

  private static SprintNames.Named sprint(ResultSet row) throws SQLException {
    return new SprintNames.Named(
        row.getString(KEY),
        row.getString(TEXT),
        row.getString(SPRINT),
        row.getBoolean(CLOSED),
        names(row));
  }

  private static PlanSnapshot.External external(ResultSet row) throws SQLException {
    return new PlanSnapshot.External(
        row.getString(KEY),
        ExternalKind.valueOf(row.getString(STATE)),
        row.getString(TEXT),
        row.getString(OWNER),
        day(row),
        row.getBoolean(CLOSED),
        row.getString(SPRINT));
  }

  private static @Nullable LocalDate day(ResultSet row) throws SQLException {
    return row.getString(DAY) == null ? null : row.getObject(DAY, LocalDate.class);
  }

  private static List<String> names(ResultSet row) throws SQLException {
    String raw = row.getString(NAMES);
    // Most tasks have no owner, and an array is dear to read.
    return raw == null || raw.equals("{}")
        ? List.of()
        : List.of((String[]) row.getArray(NAMES).getArray());
  }
}
