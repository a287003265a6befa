package dev.signalbox.graph;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Measures one change of a graph by what it reaches, against building the graph anew; started by
 * {@code bench/change.sh}.
 */
final class ChangeBench {

  private static final int WARM_UP = 500;
  private static final int CHANGES = 2_000;

  /** Per table row, so that plans in which everything hangs together come to an end too. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

  private static final int BUILDS = 21;

  private final PlanSnapshot plan;
  private final WhatIf whatIf;
  private final Random random = new Random(3);

  private ChangeBench(PlanSnapshot plan) {
    this.plan = plan;
    whatIf = new WhatIf(PlanGraph.of(plan));
  }

  static void main(String[] args) {
    int tasks = args.length > 0 ? Integer.parseInt(args[0]) : GeneratedPlans.LARGE;
    System.out.printf(
        "%n### One change of %,d tasks, by what it reaches; load average %.1f%n%n"
            + "| plan | change | p50 µs | p99 µs | worst µs | given up %% | worst to a build |%n"
            + "|---|---|---:|---:|---:|---:|---:|%n",
        tasks, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    for (Shape shape : Shape.values()) {
      var bench = new ChangeBench(GeneratedPlans.of(shape, tasks, 505));
      double build = bench.build();
      bench.measure(shape + " | task finished", build, bench::finish);
      bench.measure(shape + " | edge added, circle checked", build, bench::edge);
    }
  }

  private double build() {
    long[] nanos = new long[BUILDS];
    for (int round = 0; round < BUILDS; round++) {
      long begin = System.nanoTime();
      if (PlanGraph.of(plan).taskAt("") >= 0) {
        throw new IllegalStateException("no task has an empty key");
      }
      nanos[round] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    return nanos[BUILDS / 2];
  }

  private void measure(String what, double build, IntFunction<PlanChange> change) {
    long[] taken = new long[CHANGES];
    int givenUp = 0;
    int changes = 0;
    long until = System.nanoTime() + PATIENCE;
    for (int round = -WARM_UP; round < CHANGES && System.nanoTime() < until; round++) {
      PlanChange next = change.apply(open());
      long begin = System.nanoTime();
      Difference found = whatIf.tried(next);
      if (round >= 0) {
        taken[changes++] = System.nanoTime() - begin;
        givenUp += found == null ? 1 : 0;
      }
    }
    if (changes == 0) {
      return;
    }
    long[] nanos = Arrays.copyOf(taken, changes);
    Arrays.sort(nanos);
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
        what,
        nanos[changes / 2] / 1e3,
        nanos[changes * 99 / 100] / 1e3,
        nanos[changes - 1] / 1e3,
        givenUp * 100.0 / changes,
        nanos[changes - 1] / build);
  }

  private int open() {
    int task = random.nextInt(plan.tasks().size());
    while (plan.tasks().get(task).state().isEnded()) {
      task = random.nextInt(plan.tasks().size());
    }
    return task;
  }

  private PlanChange finish(int task) {
    return RandomChanges.ended(plan, task);
  }

  private PlanChange edge(int task) {
    String to = plan.tasks().get(open()).key().value();
    Task later = RandomChanges.after(plan.tasks().get(task), to);
    return new PlanChange(Map.of(task, later), Map.of(), false);
  }
}
