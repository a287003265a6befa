package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A graph that was advanced again and again says what one says that is built at once. */
class AdvancedGraphTests {

  private static final int STEPS = 6_000;

  @Test
  void saysTheSameAfterLongSeriesOfChanges() {
    var plans = new RandomPlans(61);
    var changes = new RandomChanges(62);
    var shapes = new RandomShapes(63, plans);
    PlanSnapshot plan = plans.next();
    PlanGraph advanced = PlanGraph.of(plan);
    int circles = 0;
    int gates = 0;
    for (int step = 0; step < STEPS; step++) {
      plan =
          step % 3 == 0 || plan.tasks().isEmpty()
              ? shapes.next(plan)
              : RandomChanges.after(plan, changes.next(plan, 3));
      advanced = advanced.advanced(plan);
      assertSame(advanced, PlanGraph.of(plan), "step %d: %s".formatted(step, plan));
      circles += advanced.cycles().isEmpty() ? 0 : 1;
      gates += advanced.passes().nodes().gates().count() == 0 ? 0 : 1;
    }
    assertThat(circles).as("plans with circles").isGreaterThan(STEPS / 10);
    assertThat(gates).as("plans with sprints that hold").isGreaterThan(STEPS / 10);
  }

  @ParameterizedTest
  @EnumSource
  void saysTheSameOfLargePlans(Shape shape) {
    PlanSnapshot plan = GeneratedPlans.of(shape, 2_000, 7);
    var changes = new RandomChanges(64);
    PlanGraph advanced = PlanGraph.of(plan);
    for (int step = 0; step < 100; step++) {
      plan = RandomChanges.after(plan, changes.next(plan, 6));
      advanced = advanced.advanced(plan);
      if (step % 20 == 19) {
        assertSame(advanced, PlanGraph.of(plan), shape + " step " + step);
      }
    }
  }

  @Test
  void takesOverTheOrderOfWorkWhereItHolds() {
    PlanSnapshot plan = GeneratedPlans.of(Shape.SPRINTS, 300, 7);
    PlanGraph before = PlanGraph.of(plan);
    PlanGraph after = before.advanced(RandomChanges.after(plan, RandomChanges.ended(plan, 0)));
    assertThat(after.passes().components().of).isSameAs(before.passes().components().of);
  }

  private static void assertSame(PlanGraph advanced, PlanGraph built, String what) {
    assertThat(advanced.all()).as(what).isEqualTo(built.all());
    assertThat(advanced.counts()).as(what).isEqualTo(built.counts());
    assertThat(advanced.contradictions()).as(what).isEqualTo(built.contradictions());
    assertThat(advanced.rootCauses()).as(what).isEqualTo(built.rootCauses());
    assertThat(advanced.criticalPath()).as(what).isEqualTo(built.criticalPath());
    assertThat(advanced.cycles()).as(what).isEqualTo(built.cycles());
    assertThat(advanced.view()).as(what).isEqualTo(built.view());
    assertThat(advanced.blockedTree(null)).as(what).isEqualTo(built.blockedTree(null));
    for (Task task : built.snapshot().tasks().stream().limit(20).toList()) {
      String key = task.key().value();
      assertThat(advanced.explain(key)).as(what).isEqualTo(built.explain(key));
      assertThat(advanced.heldBy(key)).as(what).isEqualTo(built.heldBy(key));
    }
    assertOrder(advanced, what);
  }

  /** Whatever waits stands behind what it waits for, unless both are in one circle. */
  private static void assertOrder(PlanGraph graph, String what) {
    Rows holding = graph.passes().links().holding();
    int[] of = graph.passes().components().of;
    for (int node = 0; node < holding.nodes(); node++) {
      for (int at = holding.start[node]; at < holding.start[node + 1]; at++) {
        assertThat(of[holding.target[at]]).as(what).isLessThanOrEqualTo(of[node]);
      }
    }
  }
}
