package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Unfolds what holds a task or a sprint into a tree. Places are given breadth first, so that each
 * key is explained where it is nearest to the root, and the tree is no deeper than it has to be.
 */
final class Explainer {

  /** Deeper than this, a reader asks for the key itself; JSON writers set limits too. */
  static final int MAX_DEPTH = 100;

  static final int MAX_PLACES = 2_000;
  private static final String CUT = " (what it waits for is left out here; ask for it by its key)";

  /**
   * One line of the tree.
   *
   * @param leaf a line that is said already, or null
   * @param children numbers of later places
   */
  private record Place(
      int node,
      @Nullable Explanation leaf,
      String via,
      int depth,
      boolean seenBefore,
      List<Integer> children) {}

  private final Links links;
  private final Nodes nodes;
  private final Components components;
  private final Causes causes;
  private final Verdicts verdicts;
  private final Satisfied satisfied;
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, Integer> firstPlace = new HashMap<>();

  Explainer(Passes passes, Verdicts verdicts) {
    this.links = passes.links();
    this.nodes = links.nodes();
    this.components = passes.components();
    this.causes = passes.causes();
    this.verdicts = verdicts;
    this.satisfied = new Satisfied(links);
  }

  Explanation explain(int task) {
    Place root = places.get(place(task, "", 0));
    unfold(root);
    add(root, satisfied.sprints(nodes.gates().find(nodes.task(task).sprint())));
    return unfoldAll(1);
  }

  /** Earlier sprints first, then the sprint's own open tasks, blocked ones first, then the rest. */
  Explanation explainSprint(int sprint) {
    SprintGates gates = nodes.gates();
    String key = gates.sprint(sprint).key();
    int[] tasks = gates.tasksOf(sprint);
    int[] inPlan = IntStream.of(tasks).filter(task -> !nodes.task(task).absent()).toArray();
    String words = Words.sprint(gates, sprint) + Words.states(inPlan, verdicts::state);
    Place root =
        new Place(
            Nodes.NONE,
            new Explanation(key, "sprint", words, List.of(), false, gates.isDone(sprint)),
            "",
            0,
            false,
            new ArrayList<>());
    places.add(root);
    for (int gate : gates.gatesOf(sprint)) {
      root.children().add(place(nodes.gate(gate), "", 1));
    }
    add(root, satisfied.sprints(sprint));
    IntStream.of(tasks)
        .boxed()
        .sorted(Comparator.comparingInt(this::urgency))
        .limit(MAX_PLACES / 2)
        .forEach(task -> root.children().add(place(task, "", 1)));
    return unfoldAll(1);
  }

  private int urgency(int task) {
    return switch (verdicts.state(task)) {
      case BLOCKED -> 0;
      case WAITING -> 1;
      case READY -> 2;
      case DONE -> 3;
      case CANCELLED -> 4;
    };
  }

  private Explanation unfoldAll(int from) {
    for (int at = from; at < places.size(); at++) {
      unfold(places.get(at));
    }
    Explanation[] lines = new Explanation[places.size()];
    for (int at = lines.length - 1; at >= 0; at--) {
      lines[at] = line(places.get(at), lines);
    }
    return lines[0];
  }

  private int place(int node, String via, int depth) {
    boolean first = firstPlace.putIfAbsent(node, places.size()) == null;
    places.add(new Place(node, null, via, depth, !first && waits(node), new ArrayList<>()));
    return places.size() - 1;
  }

  private void add(Place place, List<Explanation> leaves) {
    if (places.size() + leaves.size() > MAX_PLACES) {
      return;
    }
    for (Explanation leaf : leaves) {
      place.children().add(places.size());
      places.add(new Place(Nodes.NONE, leaf, "", place.depth() + 1, false, List.of()));
    }
  }

  private void unfold(Place place) {
    int node = place.node();
    if (node == Nodes.NONE || place.seenBefore() || isCut(place)) {
      return;
    }
    Rows holding = links.holding();
    for (int at = holding.start[node]; at < holding.start[node + 1]; at++) {
      int to = holding.target[at];
      place.children().add(place(to, links.via(node, to), place.depth() + 1));
    }
    if (nodes.isTask(node)) {
      add(place, satisfied.of(node));
    }
  }

  private boolean isCut(Place place) {
    return place.depth() >= MAX_DEPTH
        || places.size() + links.holding().degree(place.node()) > MAX_PLACES;
  }

  private boolean waits(int node) {
    return links.holding().degree(node) > 0;
  }

  private Explanation line(Place place, Explanation[] lines) {
    List<Explanation> because = new ArrayList<>();
    int node = place.node();
    if (node != Nodes.NONE && !place.seenBefore()) {
      int own = causes.of[components.of[node]];
      if (own >= 0 && causes.all.get(own).kind() == RootCause.Kind.CYCLE) {
        RootCause circle = causes.all.get(own);
        because.add(
            new Explanation(circle.id(), "cycle", circle.reason(), List.of(), false, false));
      }
    }
    place.children().forEach(child -> because.add(lines[child]));
    Explanation leaf = place.leaf();
    if (leaf != null) {
      return new Explanation(
          leaf.key(), leaf.what(), leaf.reason(), List.copyOf(because), false, leaf.satisfied());
    }
    boolean cut = !place.seenBefore() && place.children().isEmpty() && waits(node);
    return new Explanation(
        nodes.key(node),
        what(node),
        reason(node) + place.via() + (cut ? CUT : ""),
        List.copyOf(because),
        place.seenBefore(),
        nodes.isTask(node) && !nodes.isHolding(node));
  }

  private String what(int node) {
    return switch (nodes.kind(node)) {
      case TASK -> verdicts.state(node).name();
      case EXTERNAL -> "external item";
      case UNKNOWN -> "unknown key";
      case BLOCKER -> "blocker";
      case SPRINT -> "sprint";
    };
  }

  private String reason(int node) {
    return switch (nodes.kind(node)) {
      case TASK -> Words.sentence(verdicts.derived(node));
      case EXTERNAL -> Words.open(nodes.external(node));
      case UNKNOWN -> Words.UNKNOWN;
      case BLOCKER -> Words.blocker(nodes.blockerOf(node));
      case SPRINT -> Words.sprint(nodes.gates(), nodes.gates().find(nodes.sprint(node).key()));
    };
  }
}
