package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFixture;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Five successive versions of one plan of the seed's shape, in our own words, with the history that
 * a reader of all five would tell.
 */
public final class SeedVersions {

  /** The one that vanishes from the third version and is back in the fifth. */
  public static final String VANISHED = "DEVOPS-GRAPH-24-003";

  private static final String TOOLING = "DEVOPS-LNM-TOOLING-22-000";
  private static final String MIGRATION = "DEVOPS-LNM-22-001";
  private static final String FOLLOW_UP = "DEVOPS-LNM-22-004";
  private static final String PAYLOAD = "DEVOPS-LEDGER-OAS-61-002-REL";
  private static final String SIGNED = "DEVOPS-LEDGER-PACKS-42-003-REL";
  private static final String LINT = "DEVOPS-LEDGER-OAS-61-001-REL";

  private final String head;
  private final String tail;
  private final Map<String, SeedRow> rows = new LinkedHashMap<>();
  private final List<Version> versions = new ArrayList<>();

  private SeedVersions() {
    String sample = PlanFixture.sample();
    int first = sample.indexOf("DEVOPS-EXPORT-36-001 | ");
    int end = sample.indexOf("\n\n## Execution Log");
    this.head = sample.substring(0, first);
    this.tail = sample.substring(end + 1);
    sample.substring(first, end).lines().map(SeedRow::of).forEach(row -> rows.put(row.key(), row));
  }

  /**
   * One version.
   *
   * @param name of its file, the same for all
   * @param states of the tasks that it holds, by their full keys
   * @param added full keys that no version before it held
   * @param moved tasks of the version before whose state is another one now
   * @param reworded tasks whose text is another one now; the fourth rewords all
   * @param gone tasks of the version before that it no longer holds
   * @param back tasks that it holds again
   */
  public record Version(
      int number,
      String name,
      String text,
      Map<String, TaskState> states,
      Set<String> added,
      Map<String, TaskState> moved,
      Set<String> reworded,
      Set<String> gone,
      Set<String> back) {

    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The versions in their order; the fourth leaves out what a reader can complete surely. */
  public static List<Version> all() {
    return new SeedVersions().tell(false);
  }

  /**
   * The same with a fourth version that leaves out the beginning of every key, so that {@code
   * OAS-61-001} could end two of them and only one row fits each.
   */
  public static List<Version> withBareKeys() {
    return new SeedVersions().tell(true);
  }

  private List<Version> tell(boolean bare) {
    add(1, PlanFixture.flat(document(rows())), Set.of());

    state(TOOLING, "DOING (2025-11-26)");
    state(PAYLOAD, "TODO");
    text(PAYLOAD, "Check the ledger's description of itself at each release.");
    insert(MIGRATION, FOLLOW_UP, "Take the old columns away. Dependencies: DEVOPS-LNM-22-003.");
    insert(
        "DEVOPS-LEDGER-PACKS-42-002-REL",
        SIGNED,
        "Show the packs' signatures. Dependencies: DEVOPS-LEDGER-PACKS-42-002-REL.");
    add(2, PlanFixture.flat(document(rows())), Set.of(PAYLOAD));

    SeedRow vanished = rows.remove(VANISHED);
    state(TOOLING, "DONE (2025-11-28)");
    text(TOOLING, "The storage tool's package is built from its manual.");
    state(MIGRATION, "DOING (2025-11-28)");
    text(MIGRATION, "Rehearse the advisory migration and script the roll-out.");
    text("DEVOPS-OAS-61-001", "Every pull request shows how it changes an API.");
    text("DEVOPS-OBS-54-001", "Keys are rotated by calendar. Dependencies: DEVOPS-OBS-53-001.");
    add(
        3,
        PlanFixture.flat(document(rows().reversed())),
        Set.of(TOOLING, MIGRATION, "DEVOPS-OAS-61-001", "DEVOPS-OBS-54-001"));

    Map<String, SeedRow> before = new LinkedHashMap<>(rows);
    state(MIGRATION, "DONE (2025-12-01)");
    state("DEVOPS-LNM-22-002", "DOING (2025-12-01)");
    add(4, SeedTable.of(rows(), bare), Set.copyOf(rows.keySet()));

    before.forEach((key, row) -> rows.put(key, row.with(rows.get(key).state(), row.text())));
    rows.put(VANISHED, vanished);
    state(LINT, "DONE (2025-12-05)");
    text("DEVOPS-LNM-22-002", "Fill the statements in. Dependencies: DEVOPS-LNM-22-001.");
    text(LINT, "Lint the ledger's description; it is here.");
    add(5, PlanFixture.flat(document(rows())), Set.copyOf(before.keySet()));
    return List.copyOf(versions);
  }

  private List<SeedRow> rows() {
    return List.copyOf(rows.values());
  }

  private void state(String key, String state) {
    rows.computeIfPresent(key, (k, row) -> row.with(state, row.text()));
  }

  private void text(String key, String text) {
    rows.computeIfPresent(key, (k, row) -> row.with(row.state(), text));
  }

  private void insert(String after, String key, String text) {
    Map<String, SeedRow> all = new LinkedHashMap<>(rows);
    rows.clear();
    all.forEach(
        (k, row) -> {
          rows.put(k, row);
          if (k.equals(after)) {
            rows.put(key, new SeedRow(key, "TODO", text, row.owners()));
          }
        });
  }

  private String document(List<SeedRow> all) {
    return head + all.stream().map(SeedRow::line).collect(Collectors.joining("\n")) + "\n" + tail;
  }

  private void add(int number, String text, Set<String> reworded) {
    Map<String, TaskState> states = new LinkedHashMap<>();
    rows.forEach((key, row) -> states.put(key, row.meant()));
    Map<String, TaskState> last = versions.isEmpty() ? Map.of() : versions.getLast().states();
    Set<String> ever =
        versions.stream().flatMap(v -> v.states().keySet().stream()).collect(Collectors.toSet());
    Map<String, TaskState> moved = new TreeMap<>();
    states.forEach(
        (key, state) -> {
          if (last.containsKey(key) && last.get(key) != state) {
            moved.put(key, state);
          }
        });
    versions.add(
        new Version(
            number,
            "sprint-505.md",
            text,
            Map.copyOf(states),
            without(states.keySet(), ever),
            Map.copyOf(moved),
            reworded,
            without(last.keySet(), states.keySet()),
            states.keySet().stream()
                .filter(key -> ever.contains(key) && !last.containsKey(key))
                .collect(Collectors.toUnmodifiableSet())));
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    return all.stream()
        .filter(one -> !others.contains(one))
        .collect(Collectors.toUnmodifiableSet());
  }
}
