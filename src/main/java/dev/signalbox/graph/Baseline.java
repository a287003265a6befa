package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every supposition about one graph starts from; immutable, made once a graph. */
final class Baseline {

  final Passes passes;
  final Verdicts verdicts;
  final Rows declaredDependents;
  final Rows dependents;
  final long[] days;
  final long[] ownDays;
  final int[] openTasks;
  final List<String> criticalPath;

  /** Components of the critical path, from the one to begin with. */
  final int[] critical;

  final BitSet onCriticalPath = new BitSet();

  final boolean sprintsAreLinked;
  private final List<RankedCause> ranked;
  private final Map<String, Integer> rank;

  Baseline(PlanGraph graph) {
    passes = graph.passes();
    verdicts = graph.verdicts();
    declaredDependents = passes.links().declared().reversed();
    dependents = passes.components().edges.reversed();
    days = Days.of(passes);
    ownDays = new long[passes.components().count()];
    for (int component = 0; component < ownDays.length; component++) {
      int cause = passes.causes().of[component];
      ownDays[component] = cause < 0 ? Days.NOTHING : Days.own(passes.causes().all.get(cause));
    }
    openTasks = passes.openTasks(_ -> true);
    criticalPath = graph.criticalPath();
    critical = passes.paths().critical().stream().mapToInt(each -> each).toArray();
    Arrays.stream(critical).forEach(onCriticalPath::set);
    sprintsAreLinked = passes.nodes().gates().areLinked();
    ranked = graph.rootCauses();
    rank = HashMap.newHashMap(ranked.size());
    for (int place = 0; place < ranked.size(); place++) {
      rank.put(ranked.get(place).cause().id(), place);
    }
  }

  /** The component that the critical path ends in, or {@link Rows#NONE}. */
  int criticalTop() {
    return critical.length == 0 ? Rows.NONE : critical[critical.length - 1];
  }

  /** Some of the causes, ranked among all. */
  List<RankedCause> ranked(List<RootCause> causes) {
    return causes.stream()
        .map(cause -> rank.getOrDefault(cause.id(), 0))
        .sorted()
        .map(ranked::get)
        .toList();
  }

  /** Whether a component is a circle. */
  boolean isCircle(int component) {
    return Causes.isCircle(passes.components(), passes.links().holding(), component);
  }
}
