package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Unfolds what holds a task into a tree. Places are given breadth first, so that each key is
 * explained where it is nearest to the root, and the tree is no deeper than it has to be.
 */
final class Explainer {

  /** Deeper than this, a reader asks for the key itself; JSON writers set limits too. */
  static final int MAX_DEPTH = 100;

  static final int MAX_PLACES = 2_000;
  private static final String CUT = " (what it waits for is left out here; ask for it by its key)";

  /** One line of the tree; {@code children} are numbers of later places. */
  private record Place(int node, int depth, boolean seenBefore, List<Integer> children) {}

  private final Links links;
  private final Nodes nodes;
  private final Components components;
  private final Causes causes;
  private final Verdicts verdicts;
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, Integer> firstPlace = new HashMap<>();

  Explainer(Links links, Components components, Causes causes, Verdicts verdicts) {
    this.links = links;
    this.nodes = links.nodes();
    this.components = components;
    this.causes = causes;
    this.verdicts = verdicts;
  }

  Explanation explain(int task) {
    place(task, 0);
    for (int at = 0; at < places.size(); at++) {
      unfold(places.get(at));
    }
    Explanation[] lines = new Explanation[places.size()];
    for (int at = lines.length - 1; at >= 0; at--) {
      lines[at] = line(places.get(at), lines);
    }
    return lines[0];
  }

  private int place(int node, int depth) {
    boolean first = firstPlace.putIfAbsent(node, places.size()) == null;
    places.add(new Place(node, depth, !first && waits(node), new ArrayList<>()));
    return places.size() - 1;
  }

  private void unfold(Place place) {
    if (place.seenBefore() || isCut(place)) {
      return;
    }
    Rows holding = links.holding();
    int node = place.node();
    for (int at = holding.start[node]; at < holding.start[node + 1]; at++) {
      place.children().add(place(holding.target[at], place.depth() + 1));
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
    int own = causes.of[components.of[place.node()]];
    if (own >= 0 && causes.all.get(own).kind() == RootCause.Kind.CYCLE && !place.seenBefore()) {
      RootCause circle = causes.all.get(own);
      because.add(new Explanation(circle.id(), "cycle", circle.reason(), List.of(), false));
    }
    for (int child : place.children()) {
      because.add(lines[child]);
    }
    boolean cut = !place.seenBefore() && place.children().isEmpty() && waits(place.node());
    return new Explanation(
        nodes.key(place.node()),
        what(place.node()),
        reason(place.node()) + (cut ? CUT : ""),
        List.copyOf(because),
        place.seenBefore());
  }

  private String what(int node) {
    return switch (nodes.kind(node)) {
      case TASK -> verdicts.state(node).name();
      case EXTERNAL -> "external item";
      case UNKNOWN -> "unknown key";
      case BLOCKER -> "blocker";
    };
  }

  private String reason(int node) {
    return switch (nodes.kind(node)) {
      case TASK -> Words.sentence(verdicts.derived(node));
      case EXTERNAL -> Words.open(nodes.external(node));
      case UNKNOWN -> Words.UNKNOWN;
      case BLOCKER -> words(nodes.blockerOf(node));
    };
  }

  private static String words(Blocker blocker) {
    String since = blocker.since() == null ? "" : ", since " + blocker.since();
    String kind = blocker.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return blocker.reason() + " (" + kind + since + ")";
  }
}
