package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.PlanSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change makes different, by what it reaches and by two whole graphs: the same. */
class WhatIfTests {

  private static final int STEPS = 10_000;
  private static final int SUCCESSIVE = 8;

  @Test
  void saysTheSameAsComparingWholeGraphs() {
    var plans = new RandomPlans(47);
    var changes = new RandomChanges(11);
    int tried = 0;
    PlanSnapshot plan = plans.next();
    for (int step = 0; step < STEPS; step++) {
      plan = step % SUCCESSIVE == 0 ? plans.next() : plan;
      PlanChange change = changes.next(plan, 4);
      PlanSnapshot then = RandomChanges.after(plan, change);
      PlanGraph before = PlanGraph.of(plan);
      Difference found = new WhatIf(before).tried(change);
      if (found != null) {
        tried++;
        assertThat(found)
            .as("step %d: %s on %s", step, change, plan)
            .isEqualTo(Difference.between(before, PlanGraph.of(then)));
      }
      plan = then;
    }
    assertThat(tried).isGreaterThan(STEPS / 2);
  }

  @Test
  void holdsEveryTaskAsTheWholeGraphWould() {
    var plans = new RandomPlans(49);
    var changes = new RandomChanges(14);
    PlanSnapshot plan = plans.next();
    for (int step = 0; step < STEPS; step++) {
      plan = step % SUCCESSIVE == 0 ? plans.next() : plan;
      PlanChange change = changes.next(plan, 4);
      PlanSnapshot then = RandomChanges.after(plan, change);
      PlanGraph before = PlanGraph.of(plan);
      PlanGraph after = PlanGraph.of(then);
      List<Held> held =
          new WhatIf(before)
              .suppose(
                  change,
                  () -> then,
                  supposed -> {
                    change
                        .tasks()
                        .keySet()
                        .forEach(at -> assertThat(supposed.others().get(at)).isTrue());
                    return held(before, supposed);
                  });
      assertThat(held)
          .as("step %d: %s on %s", step, change, plan)
          .isEqualTo(after.all().stream().map(Derived::held).toList());
      plan = then;
    }
  }

  /** What may stand in another way as it is supposed, and all else as it was. */
  private static List<Held> held(PlanGraph before, Supposition supposed) {
    BitSet others = supposed.others();
    return IntStream.range(0, before.snapshot().tasks().size())
        .mapToObj(at -> others.get(at) ? supposed.held(at) : before.all().get(at).held())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void triesOneChangeAfterTheOtherOnOneGraph(Shape shape) {
    PlanSnapshot plan = GeneratedPlans.of(shape, GeneratedPlans.SMALL, 7);
    PlanGraph now = PlanGraph.of(plan);
    var whatIf = new WhatIf(now);
    var changes = new RandomChanges(12);
    for (int step = 0; step < 200; step++) {
      PlanChange change = changes.next(plan, 6);
      PlanSnapshot then = RandomChanges.after(plan, change);
      assertThat(whatIf.suppose(change, () -> then, Supposition::difference))
          .as("%s", change)
          .isEqualTo(Difference.between(now, PlanGraph.of(then)));
    }
  }

  @Test
  void keepsAWholeGraphNoLongerThanItIsLookedAt() {
    PlanSnapshot plan = GeneratedPlans.of(Shape.SPRINTS, GeneratedPlans.SMALL, 7);
    PlanGraph now = PlanGraph.of(plan);
    var whatIf = new WhatIf(now);
    List<Object> kept = new ArrayList<>();
    for (int scenario = 0; scenario < 4; scenario++) {
      assertThat(
              whatIf.<Difference>suppose(
                  new PlanChange(Map.of(), Map.of(), true),
                  () -> plan,
                  supposed -> {
                    assertThat(graphs(whatIf, kept, supposed)).isEqualTo(2);
                    kept.add(supposed.difference());
                    return supposed.difference();
                  }))
          .isIn(kept);
      assertThat(graphs(whatIf, kept)).isEqualTo(1);
    }
  }

  private static long graphs(Object... from) {
    try {
      return Reachable.count(PlanGraph.class, from);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void expectsATaskWhenTheLastOfItsCausesIsExpected() {
    var plans = new RandomPlans(48);
    var changes = new RandomChanges(13);
    for (int step = 0; step < 300; step++) {
      PlanSnapshot plan = plans.next();
      PlanGraph before = PlanGraph.of(plan);
      PlanGraph after = PlanGraph.of(RandomChanges.after(plan, changes.next(plan, 4)));
      assertThat(Difference.between(before, after).days())
          .isEqualTo(
              before.all().stream()
                  .map(Derived::key)
                  .map(key -> new Difference.Day(key, day(before, key), day(after, key)))
                  .filter(each -> !Objects.equals(each.before(), each.after()))
                  .toList());
    }
  }

  private static @Nullable LocalDate day(PlanGraph graph, String task) {
    List<RootCause> causes = graph.derived(task).orElseThrow().rootCauses();
    return causes.stream().anyMatch(cause -> cause.expectedOn() == null)
        ? null
        : causes.stream().map(RootCause::expectedOn).max(LocalDate::compareTo).orElse(null);
  }
}
