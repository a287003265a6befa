package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.graph.rows.Walks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Grows the trees of what root causes hold, breadth first, so that a task is unfolded where it is
 * nearest to a cause. Only what leads to tasks that are meant is shown.
 */
final class Gardener {

  static final int MAX_PLACES = 2_000;
  static final int MAX_DEPTH = 50;

  private record Place(int node, int depth, boolean seenBefore, List<Integer> children) {}

  private final PlanGraph graph;
  private final Passes passes;
  private final Nodes nodes;
  private final Verdicts verdicts;
  private final Rows dependents;
  private final BitSet shown = new BitSet();
  private final Map<String, Integer> componentOf = new HashMap<>();
  private final Set<Integer> unfolded = new HashSet<>();

  Gardener(PlanGraph graph, Passes passes, Verdicts verdicts, Rows dependents) {
    this.graph = graph;
    this.passes = passes;
    this.nodes = passes.nodes();
    this.verdicts = verdicts;
    this.dependents = dependents;
    Causes causes = passes.causes();
    for (int component = 0; component < causes.of.length; component++) {
      if (causes.of[component] >= 0) {
        componentOf.put(causes.all.get(causes.of[component]).id(), component);
      }
    }
  }

  /** The whole document; {@code tasks} are those of the sprint, or all. */
  BlockedTree tree(@Nullable String sprint, int[] tasks) {
    int[] open = IntStream.of(tasks).filter(nodes::isOpenTask).toArray();
    IntStream.of(Walks.reach(passes.links().holding(), open)).forEach(shown::set);
    List<RankedCause> all = sprint == null ? graph.rootCauses() : graph.rootCausesOf(sprint);
    List<RankedCause> causes = all.subList(0, Math.min(all.size(), BlockedTree.MAX_CAUSES));
    SprintGates gates = nodes.gates();
    return new BlockedTree(
        graph.snapshot().project().value(),
        sprint,
        sprint == null ? "" : gates.sprint(gates.find(sprint)).title(),
        graph.snapshot().version(),
        verdicts.counts(IntStream.of(tasks)),
        graph.parties(sprint),
        causes,
        all.size() - causes.size(),
        grow(causes));
  }

  private List<HeldTree> grow(List<RankedCause> causes) {
    List<HeldTree> trees = new ArrayList<>();
    int room = MAX_PLACES;
    for (RankedCause ranked : causes) {
      List<Place> places = new ArrayList<>();
      int component = componentOf.getOrDefault(ranked.cause().id(), Nodes.NONE);
      int[] members = passes.members(component).toArray();
      places.add(new Place(members[0], 0, false, new ArrayList<>()));
      Set<Integer> own = new HashSet<>();
      IntStream.of(members).forEach(own::add);
      for (int member : members) {
        unfolded.add(member);
        unfold(places.getFirst(), member, places, own, room);
      }
      for (int at = 1; at < places.size(); at++) {
        unfold(places.get(at), places.get(at).node(), places, Set.of(), room);
      }
      room -= places.size();
      trees.add(tree(ranked.cause(), places, members, own));
    }
    return trees;
  }

  private void unfold(Place place, int node, List<Place> places, Set<Integer> but, int room) {
    if (place.seenBefore() || place.depth() >= MAX_DEPTH) {
      return;
    }
    for (int at = dependents.start[node]; at < dependents.start[node + 1]; at++) {
      int to = dependents.target[at];
      if (shown.get(to) && !but.contains(to) && places.size() < room) {
        boolean seenBefore = !unfolded.add(to) && held(to, Set.of()) > 0;
        place.children().add(places.size());
        places.add(new Place(to, place.depth() + 1, seenBefore, new ArrayList<>()));
      }
    }
  }

  private HeldTree tree(RootCause cause, List<Place> places, int[] members, Set<Integer> own) {
    HeldTree[] trees = new HeldTree[places.size()];
    for (int at = trees.length - 1; at >= 0; at--) {
      Place place = places.get(at);
      List<HeldTree> holds = place.children().stream().map(child -> trees[child]).toList();
      boolean cut = at > 0 && !place.seenBefore() && holds.size() < held(place.node(), Set.of());
      trees[at] = tree(GraphView.node(nodes, verdicts, place.node()), holds, cut, place);
    }
    HeldTree root = trees[0];
    boolean whole = members.length > 1 || !nodes.isOpenTask(places.getFirst().node());
    String state = whole ? "ROOT CAUSE" : root.state();
    long held = IntStream.of(members).mapToLong(member -> held(member, own)).sum();
    boolean cut = root.holds().size() < held;
    return new HeldTree(
        Words.name(cause), "cause", state, cause.reason(), root.holds(), cut, false);
  }

  private long held(int node, Set<Integer> but) {
    return IntStream.range(dependents.start[node], dependents.start[node + 1])
        .map(at -> dependents.target[at])
        .filter(to -> shown.get(to) && !but.contains(to))
        .count();
  }

  private static HeldTree tree(
      GraphView.Node node, List<HeldTree> holds, boolean cut, Place place) {
    return new HeldTree(
        node.key(), node.kind(), node.state(), node.text(), holds, cut, place.seenBefore());
  }
}
