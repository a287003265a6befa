package dev.signalbox.dashboard;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one sprint (or of the project) as columns, with the counts before filtering.
 *
 * @param counts by column, all columns present, in the order of the board
 * @param headline the one sentence that matters
 */
public record Board(
    Map<String, List<Card>> columns,
    List<Card> cards,
    Map<String, Integer> counts,
    int total,
    String headline) {

  /** Left to right, from what can be done to what is done. */
  public static final List<String> COLUMNS =
      List.of("READY", "DOING", "WAITING", "BLOCKED", "DONE", "CANCELLED");

  /** Builds the board of the sprint, or of the whole project if it is null. */
  public static Board of(PlanGraph graph, @Nullable String sprint, TaskFilter filter, String sort) {
    List<Card> all = cards(graph, sprint);
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, List<Card>> columns = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      counts.put(column, (int) all.stream().filter(card -> card.column().equals(column)).count());
      columns.put(column, new ArrayList<>());
    }
    List<Card> shown = all.stream().filter(filter::accepts).sorted(order(sort)).toList();
    shown.forEach(card -> columns.getOrDefault(card.column(), new ArrayList<>()).add(card));
    if (counts.getOrDefault("CANCELLED", 0) == 0) {
      columns.remove("CANCELLED");
    }
    return new Board(columns, shown, counts, all.size(), headline(graph, sprint, counts));
  }

  private static List<Card> cards(PlanGraph graph, @Nullable String sprint) {
    List<PlanSnapshot.Task> tasks = graph.snapshot().tasks();
    List<Derived> derived = graph.all();
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (sprint == null || tasks.get(i).sprint().equals(sprint)) {
        cards.add(Card.of(tasks.get(i), derived.get(i)));
      }
    }
    return cards;
  }

  private static Comparator<Card> order(String sort) {
    Comparator<Card> byKey = Comparator.comparing(Card::key);
    return switch (sort) {
      case "key" -> byKey;
      case "state" ->
          Comparator.<Card>comparingInt(card -> COLUMNS.indexOf(card.column()))
              .thenComparing(byKey);
      case "owner" ->
          Comparator.<Card, String>comparing(c -> String.join(",", c.owners()))
              .thenComparing(byKey);
      case "since" ->
          Comparator.comparing(Card::since, Comparator.nullsFirst(Comparator.naturalOrder()))
              .thenComparing(byKey);
      default -> (_, _) -> 0;
    };
  }

  private static String headline(
      PlanGraph graph, @Nullable String sprint, Map<String, Integer> counts) {
    int blocked = counts.getOrDefault("BLOCKED", 0);
    int ready = counts.getOrDefault("READY", 0) + counts.getOrDefault("DOING", 0);
    String start = ready + (ready == 1 ? " task" : " tasks") + " can be worked on, " + blocked;
    start += blocked == 1 ? " is blocked." : " are blocked.";
    String first = graph.parties(sprint).headline();
    return blocked == 0 || first == null ? start : start + " " + first + ".";
  }
}
