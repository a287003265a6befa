package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseCounts;
import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.graph.rows.Walks;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One version of a plan, compact and immutable, with all analyses; safe to share. */
public final class PlanGraph {

  private final PlanSnapshot snapshot;
  private final Links links;
  private final Nodes nodes;
  private final Components components;
  private final Causes causes;
  private final CauseLabels labels;
  private final int[] openTasks;
  private final LongestPath paths;
  private final Verdicts verdicts;
  private volatile @Nullable List<RankedCause> ranking;
  private volatile @Nullable Rows dependents;

  private PlanGraph(PlanSnapshot snapshot) {
    this.snapshot = snapshot;
    links = Links.of(snapshot);
    nodes = links.nodes();
    components = new Components(links.holding());
    causes = new Causes(links, components);
    labels = new CauseLabels(components.edges, causes.of);
    openTasks = openTasks();
    paths = new LongestPath(components.edges, openTasks);
    verdicts = new Verdicts(links, components, causes, labels, paths);
  }

  /** Builds the graph and runs all passes; linear in tasks and dependencies. */
  public static PlanGraph of(PlanSnapshot snapshot) {
    return new PlanGraph(snapshot);
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
   * The readiness of every task, in the snapshot's order. The list computes its elements when they
   * are read, so a page of it costs a page.
   */
  public List<Derived> all() {
    return new View<>(nodes.tasks(), verdicts::derived);
  }

  /** How many tasks are in each state; every state is a key. */
  public Map<DerivedState, Integer> counts() {
    var counts = new EnumMap<DerivedState, Integer>(DerivedState.class);
    for (DerivedState state : DerivedState.values()) {
      counts.put(state, 0);
    }
    for (int task = 0; task < nodes.tasks(); task++) {
      counts.merge(verdicts.state(task), 1, Integer::sum);
    }
    return counts;
  }

  /** Keys of the tasks in one state, in the snapshot's order; of READY, the ready list. */
  public List<String> in(DerivedState state) {
    return tasks().filter(task -> verdicts.state(task) == state).mapToObj(nodes::key).toList();
  }

  /** Tasks whose declared state disagrees with the derived one, in the snapshot's order. */
  public List<Derived> contradictions() {
    return tasks().filter(verdicts::isContradicted).mapToObj(verdicts::derived).toList();
  }

  public Optional<Explanation> explain(String taskKey) {
    return task(taskKey)
        .map(task -> new Explainer(links, components, causes, verdicts).explain(task));
  }

  /** Root causes by what they free: solely held first, then held, then id. */
  public List<RankedCause> rootCauses() {
    List<RankedCause> known = ranking;
    if (known == null) {
      known =
          Ranking.of(
              links,
              components,
              causes,
              new CauseCounts(components.edges, causes.of, labels, openTasks, causes.all.size()));
      ranking = known;
    }
    return known;
  }

  /**
   * Longest chain of open tasks, from the one to begin with to the one it ends in. A circle is one
   * step, named by its smallest key.
   */
  public List<String> criticalPath() {
    return paths.critical().stream().map(this::smallestKey).toList();
  }

  /** Every circle of open tasks, each with its keys in order. */
  public List<List<String>> cycles() {
    return Circles.all(nodes, links.holding(), components);
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
    for (int component = 0; component < components.count(); component++) {
      int cause = causes.of[component];
      if (cause >= 0 && causes.all.get(cause).id().equals(causeId)) {
        return held(members(component).toArray(), 0);
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

  private int[] openTasks() {
    int[] open = new int[components.count()];
    tasks().filter(nodes::isOpenTask).forEach(task -> open[components.of[task]]++);
    return open;
  }

  private IntStream tasks() {
    return IntStream.range(0, nodes.tasks());
  }

  private IntStream members(int component) {
    Rows members = components.members;
    return IntStream.range(members.start[component], members.start[component + 1])
        .map(at -> members.target[at]);
  }

  private String smallestKey(int component) {
    return members(component).mapToObj(nodes::key).min(String::compareTo).orElseThrow();
  }

  private Optional<Integer> task(String key) {
    int node = nodes.find(key);
    return node != Nodes.NONE && nodes.isTask(node) ? Optional.of(node) : Optional.empty();
  }

  /** A list whose elements are made when they are read. */
  private static final class View<T> extends AbstractList<T> implements RandomAccess {

    private final int size;
    private final IntFunction<T> element;

    View(int size, IntFunction<T> element) {
      this.size = size;
      this.element = element;
    }

    @Override
    public T get(int index) {
      return element.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
