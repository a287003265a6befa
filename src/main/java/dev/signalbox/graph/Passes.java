package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.plan.PlanSnapshot;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the passes over one plan found: all that every answer is made of. Immutable. */
record Passes(
    Links links, Components components, Causes causes, CauseLabels labels, LongestPath paths) {

  /** Runs them; linear in tasks and dependencies. */
  static Passes over(PlanSnapshot snapshot) {
    Links links = Links.of(snapshot);
    return over(links, new Components(links.holding()));
  }

  /**
   * The same of a later plan, from what these found: what did not change is taken over, so that it
   * costs no more than {@link #over} at worst.
   */
  Passes advanced(PlanSnapshot later) {
    Links next = Links.of(later, links);
    return over(next, components.advanced(links.holding(), next.holding()));
  }

  private static Passes over(Links links, Components components) {
    var causes = new Causes(links, components);
    var labels = new CauseLabels(components.edges, causes.of);
    int[] open = openTasks(links.nodes(), components, _ -> true);
    return new Passes(links, components, causes, labels, new LongestPath(components, open));
  }

  Nodes nodes() {
    return links.nodes();
  }

  /** How many of the open tasks that are meant each component has. */
  int[] openTasks(IntPredicate scope) {
    return openTasks(nodes(), components, scope);
  }

  /** Which components are a step of the critical path: 1 for each with a task that is meant. */
  int[] criticalSteps(IntPredicate scope) {
    int[] steps = new int[components.count()];
    for (int component : paths.critical()) {
      steps[component] = tasksIn(component).anyMatch(scope) ? 1 : 0;
    }
    return steps;
  }

  /** What a circle is called by: the smallest key of its tasks. */
  String smallestKey(int component) {
    return tasksIn(component).mapToObj(nodes()::key).min(String::compareTo).orElseThrow();
  }

  /** Nodes of a component, sprints and all. */
  IntStream members(int component) {
    return IntStream.range(
            components.members.start[component], components.members.start[component + 1])
        .map(at -> components.members.target[at]);
  }

  private IntStream tasksIn(int component) {
    return members(component).filter(nodes()::isTask);
  }

  private static int[] openTasks(Nodes nodes, Components components, IntPredicate scope) {
    int[] open = new int[components.count()];
    for (int task = 0; task < nodes.tasks(); task++) {
      if (nodes.isOpenTask(task) && scope.test(task)) {
        open[components.of[task]]++;
      }
    }
    return open;
  }
}
