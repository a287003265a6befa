package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root causes: each component of the holding edges begins at most one chain. Open tasks
 * that form a circle share one; everything else is a component of its own.
 */
final class Causes {

  /** All of them, ordered by id; their place in this list is their number. */
  final List<RootCause> all;

  /** Number of the cause that begins in each component, or {@link Nodes#NONE}. */
  final int[] of;

  private record Found(RootCause cause, int component) {}

  private final Nodes nodes;
  private final Rows holding;
  private final Components components;

  Causes(Links links, Components components) {
    this.nodes = links.nodes();
    this.holding = links.holding();
    this.components = components;
    boolean[] held = new boolean[components.count()];
    for (int to : components.edges.target) {
      held[to] = true;
    }
    var found = new ArrayList<Found>();
    BitSet circles = circles(components, holding);
    circles.stream().forEach(component -> found.add(new Found(circle(component), component)));
    Ints beginnings = links.beginnings();
    for (int at = 0; at < beginnings.size(); at++) {
      int node = beginnings.get(at);
      int component = components.of[node];
      RootCause cause = circles.get(component) ? null : beginningAt(node, held[component]);
      if (cause != null) {
        found.add(new Found(cause, component));
      }
    }
    found.sort(Comparator.comparing(each -> each.cause().id()));
    of = new int[components.count()];
    Arrays.fill(of, Nodes.NONE);
    for (int number = 0; number < found.size(); number++) {
      of[found.get(number).component()] = number;
    }
    all = found.stream().map(Found::cause).toList();
  }

  /** Whether the only member of a component waits for itself, or there are several. */
  static boolean isCircle(Components components, Rows holding, int component) {
    if (components.members.degree(component) > 1) {
      return true;
    }
    int node = components.members.target[components.members.start[component]];
    for (int at = holding.start[node]; at < holding.start[node + 1]; at++) {
      if (holding.target[at] == node) {
        return true;
      }
    }
    return false;
  }

  /** Components that are circles. */
  static BitSet circles(Components components, Rows holding) {
    var circles = new BitSet();
    for (int component = 0; components.hasCircles && component < components.count(); component++) {
      if (isCircle(components, holding, component)) {
        circles.set(component);
      }
    }
    return circles;
  }

  private @Nullable RootCause beginningAt(int node, boolean isHeld) {
    return switch (nodes.kind(node)) {
      case TASK -> Begins.task(nodes.task(node), isHeld);
      case EXTERNAL -> isHeld ? Begins.external(nodes.external(node)) : null;
      case UNKNOWN -> isHeld ? Begins.unknown(nodes.key(node)) : null;
      case BLOCKER -> isHeld ? blocker(node) : null;
      case SPRINT -> isHeld && holding.degree(node) == 0 ? Begins.sprint(nodes.sprint(node)) : null;
    };
  }

  private RootCause blocker(int node) {
    return Begins.blocker(nodes.blockerOf(node), nodes.key(nodes.carrier(node)));
  }

  private RootCause circle(int component) {
    List<String> way = Circles.shortest(nodes, holding, components, component);
    String smallest = way.getFirst();
    return RootCause.of(
        RootCause.Kind.CYCLE, "cycle:" + smallest, smallest, Words.circle(way), null);
  }
}
