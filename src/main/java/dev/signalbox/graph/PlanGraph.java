package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.graph.rows.Walks;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One version of a plan, compact and immutable, with all analyses; safe to share. */
public final class PlanGraph {

  private final PlanSnapshot snapshot;
  private final Passes passes;
  private final Links links;
  private final Nodes nodes;
  private final Verdicts verdicts;
  private volatile @Nullable List<RankedCause> ranking;
  private volatile @Nullable Rows dependents;
  private volatile @Nullable PlanMap map;
  private volatile @Nullable Baseline baseline;

  private PlanGraph(PlanSnapshot snapshot, Passes passes) {
    this.snapshot = snapshot;
    this.passes = passes;
    links = passes.links();
    nodes = links.nodes();
    verdicts = new Verdicts(passes);
  }

  Passes passes() {
    return passes;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  /** Place of a task in the snapshot's list, or -1. */
  public int taskAt(String key) {
    return task(key).orElse(Nodes.NONE);
  }

  /** Place of an external item in the snapshot's list, or -1. */
  public int externalAt(String key) {
    int node = nodes.find(key);
    boolean is = node != Nodes.NONE && nodes.kind(node) == Nodes.Kind.EXTERNAL;
    return is ? node - nodes.tasks() : Nodes.NONE;
  }

  /** What does not depend on a supposition, kept for all of them. */
  Baseline baseline() {
    Baseline known = baseline == null ? new Baseline(this) : baseline;
    baseline = known;
    return known;
  }

  /** Builds the graph and runs all passes; linear in tasks and dependencies. */
  public static PlanGraph of(PlanSnapshot snapshot) {
    return new PlanGraph(snapshot, Passes.over(snapshot));
  }

  /**
   * The graph of another version of this plan, or of a supposed one: the same as {@link #of}
   * builds, and the sooner the more the two have in common. No plan has two tasks or items of one
   * key.
   */
  public PlanGraph advanced(PlanSnapshot other) {
    return new PlanGraph(other, passes.advanced(other));
  }

  public PlanSnapshot snapshot() {
    return snapshot;
  }

  /** The readiness of one task; empty if the plan has no such task. */
  public Optional<Derived> derived(String taskKey) {
    return task(taskKey).map(verdicts::derived);
  }

  /** Only the state of {@link #derived}; takes constant time. */
  public Optional<DerivedState> state(String taskKey) {
    return task(taskKey).map(verdicts::state);
  }

  /**
   * What holds each blocked task, as its root causes are called: for tasks by key, and nothing for
   * all others. One pass for all tasks, unlike {@link #derived} of each.
   *
   * @param label what a root cause is called; causes of one name count once
   */
  public <T> Function<String, Set<T>> heldThrough(Function<RootCause, T> label) {
    var through = new HeldThrough<T>(passes, label);
    return key ->
        task(key)
            .filter(task -> verdicts.state(task) == DerivedState.BLOCKED)
            .map(task -> through.of(passes.components().of[task]))
            .orElse(Set.of());
  }

  /**
   * The readiness of every task, in the snapshot's order. The list computes its elements when they
   * are read, so a page of it costs a page.
   */
  public List<Derived> all() {
    return new LazyList<>(nodes.tasks(), verdicts::derived);
  }

  /** How many tasks are in each state; every state is a key. */
  public Map<DerivedState, Integer> counts() {
    return verdicts.counts(tasks());
  }

  /** Keys of the tasks in one state, in the snapshot's order; of READY, the ready list. */
  public List<String> in(DerivedState state) {
    return tasks().filter(task -> verdicts.state(task) == state).mapToObj(nodes::key).toList();
  }

  /** Tasks whose declared state disagrees with the derived one, in the snapshot's order. */
  public List<Derived> contradictions() {
    return tasks().filter(verdicts::isContradicted).mapToObj(verdicts::derived).toList();
  }

  /** Why a task is where it is; empty if the plan has no such task. */
  public Optional<Explanation> explain(String taskKey) {
    return task(taskKey).map(task -> new Explainer(passes, verdicts).explain(task));
  }

  /** Why a sprint is where it is; empty if the plan has no such sprint. */
  public Optional<Explanation> explainSprint(String sprintKey) {
    return sprint(sprintKey).map(sprint -> new Explainer(passes, verdicts).explainSprint(sprint));
  }

  /** Root causes by what they free: solely held first, then held, then id. */
  public List<RankedCause> rootCauses() {
    List<RankedCause> known = ranking;
    if (known == null) {
      known = Ranking.of(passes);
      ranking = known;
    }
    return known;
  }

  /** Those of one sprint's tasks, counted on these alone; empty if there is no such sprint. */
  public List<RankedCause> rootCausesOf(String sprintKey) {
    return Ranking.of(passes, scope(sprintKey));
  }

  /** Root causes by from whom; of one sprint's tasks, or of all where the sprint is null. */
  public Parties parties(@Nullable String sprintKey) {
    List<RankedCause> ranked = sprintKey == null ? rootCauses() : rootCausesOf(sprintKey);
    return Parties.of(snapshot.version(), passes, scope(sprintKey), ranked);
  }

  /** Why a task is where it is, with its root causes ranked; empty if there is no such task. */
  public Optional<Explained> explained(String taskKey) {
    return explain(taskKey).map(tree -> new Explained(snapshot.version(), tree, ranked(taskKey)));
  }

  /** Why a sprint is where it is, with its root causes; empty if there is no such sprint. */
  public Optional<Explained> explainedSprint(String key) {
    return explainSprint(key)
        .map(tree -> new Explained(snapshot.version(), tree, rootCausesOf(key)));
  }

  /** Who blocks whom; empty if the sprint is not null and there is none of that key. */
  public Optional<BlockedTree> blockedTree(@Nullable String sprintKey) {
    if (sprintKey != null && sprint(sprintKey).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gardener(this, passes, verdicts, dependents())
            .tree(sprintKey, tasks().filter(scope(sprintKey)).toArray()));
  }

  /**
   * Longest chain of open tasks, from the one to begin with to the one it ends in. A circle is one
   * step, named by its smallest key.
   */
  public List<String> criticalPath() {
    return passes.paths().critical().stream().map(passes::smallestKey).toList();
  }

  /** Every circle of open tasks, each with its keys in order. */
  public List<List<String>> cycles() {
    return Circles.all(nodes, links.holding(), passes.components());
  }

  /**
   * Open tasks that this key holds, directly or through others, nearest first; empty for what holds
   * nothing, such as a task that is done.
   */
  public List<String> heldBy(String key) {
    int node = nodes.find(key);
    return node == Nodes.NONE ? List.of() : held(new int[] {node}, 1);
  }

  /** Blocked tasks that have this root cause, the tasks that carry it included, nearest first. */
  public List<String> heldByCause(String causeId) {
    Causes causes = passes.causes();
    for (int component = 0; component < causes.of.length; component++) {
      int cause = causes.of[component];
      if (cause >= 0 && causes.all.get(cause).id().equals(causeId)) {
        return held(passes.members(component).toArray(), 0);
      }
    }
    return List.of();
  }

  /**
   * A shortest way along declared dependencies, whatever their state, both ends included; empty if
   * there is none. A key leads to itself.
   */
  public List<String> path(String from, String to) {
    if (from.equals(to)) {
      return List.of(from);
    }
    int begin = nodes.find(from);
    int end = nodes.find(to);
    if (begin == Nodes.NONE || end == Nodes.NONE) {
      return List.of();
    }
    return Walks.path(links.declared(), begin, end).stream().map(nodes::key).toList();
  }

  /** In words, what holds the task directly, blockers included; empty if it may be finished. */
  public List<String> holds(TaskKey task) {
    return task(task.value()).map(node -> DirectHolds.of(links, node)).orElse(List.of());
  }

  /** The graph for machines. */
  public PlanMap map() {
    PlanMap known = map;
    if (known == null) {
      known = new PlanMap(links, verdicts);
      map = known;
    }
    return known;
  }

  /** All nodes and edges, for whoever draws them. */
  public GraphView view() {
    return GraphView.of(snapshot.version(), links, verdicts);
  }

  /** A task and all within some steps of it, laid out; empty if the plan has no such task. */
  public Optional<GraphPicture> pictureAround(String taskKey, int radius) {
    return task(taskKey).map(task -> new Draughtsman(links, verdicts).around(task, radius));
  }

  /** The whole plan laid out, or as much of it as one picture takes. */
  public GraphPicture picture() {
    return new Draughtsman(links, verdicts).whole();
  }

  private List<RankedCause> ranked(String taskKey) {
    Set<String> ids = new HashSet<>();
    derived(taskKey).ifPresent(task -> task.rootCauses().forEach(each -> ids.add(each.id())));
    return rootCauses().stream().filter(each -> ids.contains(each.cause().id())).toList();
  }

  private IntPredicate scope(@Nullable String sprintKey) {
    return task -> sprintKey == null || nodes.task(task).sprint().equals(sprintKey);
  }

  private List<String> held(int[] from, int skip) {
    int[] reached = Walks.reach(dependents(), from);
    return IntStream.of(reached).skip(skip).filter(nodes::isOpenTask).mapToObj(nodes::key).toList();
  }

  private Rows dependents() {
    Rows known = dependents;
    if (known == null) {
      known = links.holding().reversed();
      dependents = known;
    }
    return known;
  }

  private IntStream tasks() {
    return IntStream.range(0, nodes.tasks());
  }

  private Optional<Integer> task(String key) {
    int node = nodes.find(key);
    return node != Nodes.NONE && nodes.isTask(node) ? Optional.of(node) : Optional.empty();
  }

  private Optional<Integer> sprint(String key) {
    int sprint = nodes.gates().find(key);
    return sprint == Nodes.NONE ? Optional.empty() : Optional.of(sprint);
  }
}
