package dev.signalbox.graph;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Times several ways in interleaved rounds, after half as many rounds to warm up. A ratio is the
 * median of the rounds' own, so that what slows a whole round does not count.
 */
final class Rounds {

  private final Map<String, LongSupplier> works = new LinkedHashMap<>();
  private final Map<String, long[]> nanos = new LinkedHashMap<>();
  private final int rounds;

  Rounds(int rounds) {
    this.rounds = rounds;
  }

  /** Adds a way; the others are compared with the first. What it returns is not optimised away. */
  Rounds way(String name, LongSupplier work) {
    works.put(name, work);
    nanos.put(name, new long[rounds]);
    return this;
  }

  Rounds run() {
    return run(_ -> {});
  }

  /**
   * Runs all rounds.
   *
   * @param before prepares a round, untimed; its argument counts up from 0
   */
  Rounds run(IntConsumer before) {
    for (int round = -rounds / 2; round < rounds; round++) {
      before.accept(round + rounds / 2);
      for (Map.Entry<String, LongSupplier> each : works.entrySet()) {
        long taken = time(each.getValue());
        if (round >= 0) {
          nanos.getOrDefault(each.getKey(), new long[rounds])[round] = taken;
        }
      }
    }
    return this;
  }

  /** Prints a Markdown table of medians, headed by what was measured. */
  void print(String title) {
    System.out.printf(
        "%n### %s%n%nload average %.1f; medians of %d rounds%n%n",
        title, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), rounds);
    long[] first = nanos.values().iterator().next();
    System.out.println("| what | ms | ratio to the first |\n|---|---:|---:|");
    nanos.forEach(
        (name, taken) -> {
          double[] ratios = new double[rounds];
          Arrays.setAll(ratios, round -> (double) taken[round] / first[round]);
          Arrays.sort(ratios);
          long[] sorted = taken.clone();
          Arrays.sort(sorted);
          System.out.printf(
              "| %s | %.3f | %.2f |%n", name, sorted[rounds / 2] / 1e6, ratios[rounds / 2]);
        });
  }

  private static long time(LongSupplier work) {
    long begin = System.nanoTime();
    long result = work.getAsLong();
    long taken = System.nanoTime() - begin;
    if (result == Long.MIN_VALUE) {
      throw new IllegalStateException("keeps the work from being optimised away");
    }
    return taken;
  }
}
