package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The graph against the oracle, on 10,000 plans of every kind, and in all else on 1,000. */
class ReadinessOracleTests {

  private static final int PLANS = 10_000;

  /** For what follows from states and causes. */
  private static final int SOME = 1_000;

  private static void forAll(int count, BiConsumer<PlanGraph, Oracle> check) {
    var plans = new RandomPlans(505);
    for (int round = 0; round < count; round++) {
      PlanSnapshot plan = plans.next();
      try {
        check.accept(PlanGraph.of(plan), new Oracle(plan));
      } catch (AssertionError e) {
        throw new AssertionError("round " + round + " with " + plan, e);
      }
    }
  }

  @Test
  void derivesTheSameStatesAndRootCauses() {
    forAll(
        PLANS,
        (graph, oracle) -> {
          assertThat(graph.all()).hasSameSizeAs(oracle.keys());
          for (Derived derived : graph.all()) {
            assertThat(derived.state().name()).isEqualTo(oracle.state(derived.key()));
            assertThat(graph.state(derived.key())).contains(derived.state());
            assertThat(graph.derived(derived.key())).contains(derived);
            assertThat(derived.rootCauses().stream().map(RootCause::id))
                .containsExactlyElementsOf(oracle.causesOf(derived.key()));
          }
          graph.counts().forEach((state, count) -> assertThat(graph.in(state)).hasSize(count));
        });
  }

  @Test
  void namesTheRootCausesOfAllTasksInOnePass() {
    forAll(
        SOME,
        (graph, oracle) -> {
          Function<String, Set<String>> ids = graph.heldThrough(RootCause::id);
          Function<String, Set<RootCause.Kind>> kinds = graph.heldThrough(RootCause::kind);
          for (Derived derived : graph.all()) {
            List<RootCause> causes = derived.rootCauses();
            assertThat(ids.apply(derived.key()))
                .containsExactlyInAnyOrderElementsOf(causes.stream().map(RootCause::id).toList());
            assertThat(kinds.apply(derived.key()))
                .isEqualTo(causes.stream().map(RootCause::kind).collect(Collectors.toSet()));
          }
          assertThat(ids.apply("nothing of that key")).isEmpty();
        });
  }

  @Test
  void waitsForTheSameKeysAndFindsTheSameContradictions() {
    forAll(
        SOME,
        (graph, oracle) -> {
          Set<String> contradicted = new HashSet<>();
          for (Derived derived : graph.all()) {
            assertThat(derived.waitsFor())
                .containsExactlyElementsOf(oracle.waitsFor(derived.key()));
            assertThat(derived.contradiction() != null)
                .isEqualTo(oracle.isContradicted(derived.key()));
            if (derived.contradiction() != null) {
              contradicted.add(derived.key());
            }
          }
          assertThat(graph.contradictions().stream().map(Derived::key))
              .containsExactlyInAnyOrderElementsOf(contradicted);
        });
  }

  @Test
  void ranksTheSameCountsAndFrees() {
    forAll(
        SOME,
        (graph, oracle) -> {
          Map<String, Set<String>> held = oracle.heldByCause();
          assertThat(graph.rootCauses().stream().map(ranked -> ranked.cause().id()))
              .containsExactlyInAnyOrderElementsOf(held.keySet());
          for (RankedCause ranked : graph.rootCauses()) {
            String id = ranked.cause().id();
            Set<String> tasks = held.getOrDefault(id, Set.of());
            assertThat(ranked.holds()).isEqualTo(tasks.size());
            assertThat(ranked.holdsSolely())
                .isEqualTo(
                    (int) tasks.stream().filter(t -> oracle.causesOf(t).size() == 1).count());
            assertThat(ranked.freesNow()).containsExactlyElementsOf(oracle.freedBy(id));
            assertThat(graph.heldByCause(id)).containsExactlyInAnyOrderElementsOf(tasks);
          }
        });
  }

  @Test
  void findsTheSameCircles() {
    forAll(
        SOME,
        (graph, oracle) -> {
          Set<Set<String>> circles =
              oracle.keys().stream()
                  .filter(oracle::isOpen)
                  .map(oracle::circle)
                  .filter(circle -> !circle.isEmpty())
                  .collect(Collectors.toSet());
          assertThat(graph.cycles().stream().map(ReadinessOracleTests::tasks))
              .containsExactlyInAnyOrderElementsOf(circles.stream().map(HashSet::new).toList());
        });
  }

  @Test
  void measuresTheSameDepthsAndCriticalPath() {
    forAll(
        SOME,
        (graph, oracle) -> {
          int deepest = -1;
          for (Derived derived : graph.all()) {
            boolean open = oracle.isOpen(derived.key());
            assertThat(derived.depth()).isEqualTo(open ? oracle.depth(derived.key()) : 0);
            deepest = open ? Math.max(deepest, derived.depth()) : deepest;
          }
          List<String> path = graph.criticalPath();
          assertThat(path).hasSize(deepest + 1);
          for (int step = 1; step < path.size(); step++) {
            assertThat(oracle.depth(path.get(step)))
                .isEqualTo(oracle.depth(path.get(step - 1)) + 1);
            assertThat(graph.heldBy(path.get(step - 1))).contains(path.get(step));
          }
        });
  }

  @Test
  void holdsTheSameTasks() {
    forAll(
        SOME,
        (graph, oracle) -> {
          Set<String> keys = new TreeSet<>(oracle.keys());
          keys.addAll(List.of("X0", "X1", "U0", "U1", "nothing"));
          for (String key : keys) {
            assertThat(graph.heldBy(key))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(oracle.heldBy(key));
          }
          for (String key : oracle.keys()) {
            boolean mayBeFinished =
                oracle.holdsOf(key).isEmpty() && !oracle.state(key).equals("BLOCKED");
            assertThat(graph.holds(new TaskKey(key)).isEmpty()).isEqualTo(mayBeFinished);
          }
        });
  }

  @Test
  void findsShortestWays() {
    forAll(
        SOME,
        (graph, oracle) -> {
          for (String from : oracle.keys()) {
            for (String to : oracle.keys()) {
              List<String> path = graph.path(from, to);
              assertThat(path.size()).isEqualTo(steps(oracle, from, to) + 1);
              for (int step = 1; step < path.size(); step++) {
                assertThat(oracle.named(path.get(step - 1))).contains(path.get(step));
              }
            }
          }
        });
  }

  @Test
  void explainsEveryTaskDownToItsRootCauses() {
    forAll(
        SOME,
        (graph, oracle) -> {
          for (String key : oracle.keys()) {
            Explanation tree = graph.explain(key).orElseThrow();
            assertThat(tree.key()).isEqualTo(key);
            assertThat(tree.what()).isEqualTo(oracle.state(key));
            Set<String> named = new HashSet<>();
            collect(tree, named);
            for (String cause : oracle.causesOf(key)) {
              String name =
                  cause.matches("(blocker|cycle|sprint):.*")
                      ? cause
                      : cause.substring(cause.indexOf(':') + 1);
              assertThat(named).contains(name);
            }
          }
        });
  }

  private static void collect(Explanation tree, Set<String> named) {
    named.add(tree.key());
    tree.because().forEach(child -> collect(child, named));
  }

  private static Set<String> tasks(List<String> circle) {
    return circle.stream().filter(key -> !key.startsWith("sprint:")).collect(Collectors.toSet());
  }

  private static int steps(Oracle oracle, String from, String to) {
    Set<String> reached = new HashSet<>(Set.of(from));
    for (int steps = 0; steps <= oracle.keys().size(); steps++) {
      if (reached.contains(to)) {
        return steps;
      }
      Set<String> more = new HashSet<>();
      reached.stream()
          .filter(oracle.keys()::contains)
          .forEach(key -> more.addAll(oracle.named(key)));
      reached.addAll(more);
    }
    return -1;
  }
}
