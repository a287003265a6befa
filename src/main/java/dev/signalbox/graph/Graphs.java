package dev.signalbox.graph;

import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands out the graph of a project; checks the plan's version at every read, so never stale. */
@Component
public class Graphs {

  /** Tasks in all graphs that are kept; the graph that was used longest ago goes first. */
  private static final int MAX_TASKS = 400_000;

  private static final int MAX_GRAPHS = 200;

  /**
   * A version never means two contents, so a graph under it can be kept even across rollbacks.
   *
   * @param version negative of a plan of the past
   */
  private record Key(ProjectKey project, long version) {}

  private final Plan plan;
  private final Map<Key, PlanGraph> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int keptTasks;

  Graphs(Plan plan) {
    this.plan = plan;
  }

  public PlanGraph of(ProjectKey project) {
    PlanGraph known = find(new Key(project, plan.version(project)));
    if (known != null) {
      return known;
    }
    // Built outside the lock: a thread that waits here might hold the connection that we need.
    PlanGraph earlier = newest(project);
    PlanSnapshot snapshot =
        earlier == null ? plan.snapshot(project) : plan.snapshot(earlier.snapshot());
    Key key = new Key(project, snapshot.version());
    PlanGraph built = find(key);
    if (built != null) {
      return built;
    }
    return keep(key, earlier == null ? PlanGraph.of(snapshot) : earlier.advanced(snapshot));
  }

  /** The graph as it was at an instant; where that is null, as it is now. */
  public PlanGraph of(ProjectKey project, @Nullable Instant asOf) {
    if (asOf == null) {
      return of(project);
    }
    PlanGraph known = find(past(project, plan.versionAt(project, asOf)));
    if (known != null) {
      return known;
    }
    PlanSnapshot snapshot = plan.snapshotAt(project, asOf);
    PlanGraph built = PlanGraph.of(snapshot);
    return snapshot.version() == 0 ? built : keep(past(project, snapshot.version()), built);
  }

  /** Apart from the present one, because it is told from the timeline. */
  private static Key past(ProjectKey project, long version) {
    return new Key(project, -version);
  }

  private synchronized @Nullable PlanGraph find(Key key) {
    return kept.get(key);
  }

  /** The graph of the newest version that is kept, from which the next one is the shortest way. */
  private synchronized @Nullable PlanGraph newest(ProjectKey project) {
    Key newest = new Key(project, 0);
    for (Key key : kept.keySet()) {
      newest = key.project().equals(project) && key.version() > newest.version() ? key : newest;
    }
    return kept.get(newest);
  }

  private synchronized PlanGraph keep(Key key, PlanGraph graph) {
    PlanGraph other = kept.putIfAbsent(key, graph);
    if (other != null) {
      return other;
    }
    keptTasks += graph.snapshot().tasks().size();
    var oldest = kept.entrySet().iterator();
    while ((kept.size() > MAX_GRAPHS || keptTasks > MAX_TASKS) && kept.size() > 1) {
      keptTasks -= oldest.next().getValue().snapshot().tasks().size();
      oldest.remove();
    }
    return graph;
  }
}
