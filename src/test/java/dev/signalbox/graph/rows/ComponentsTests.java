package dev.signalbox.graph.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components by what can be reached, edge by edge, on random rows with edges that come twice. */
class ComponentsTests {

  private static final int NODES = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areInAnOrderOfWorkWhereEdgesLeadDown(long seed) {
    var random = new Random(seed);
    assertRight(random(random, (node, _) -> random.nextInt(node + 1) - 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areInAnOrderOfWorkWhereWhatDependsOnNothingStandsLast(long seed) {
    var random = new Random(seed);
    assertRight(
        random(
            random,
            (node, at) ->
                node >= NODES / 2
                    ? Rows.NONE
                    : at % 2 == 0 ? NODES / 2 + random.nextInt(NODES / 2) : node - 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areInAnOrderOfWorkWhereEdgesLeadUp(long seed) {
    var random = new Random(seed);
    assertRight(
        random(
            random,
            (node, _) ->
                node == NODES - 1 ? Rows.NONE : node + 1 + random.nextInt(NODES - 1 - node)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void gatherCircles(long seed) {
    var random = new Random(seed);
    assertRight(random(random, (_, at) -> at > 0 ? Rows.NONE : random.nextInt(NODES)));
  }

  /** Up to three edges a node, to what is given for each; below 0 stands for none. */
  private static Rows random(Random random, IntBinaryOperator target) {
    var rows = new Rows.Writer(NODES, NODES);
    for (int node = 0; node < NODES; node++) {
      for (int at = random.nextInt(4); at > 0; at--) {
        int to = target.applyAsInt(node, at - 1);
        if (to >= 0) {
          rows.add(to);
          rows.add(to);
        }
      }
      rows.endRow();
    }
    return rows.done();
  }

  private static void assertRight(Rows rows) {
    var components = new Components(rows);
    BitSet[] below = new BitSet[NODES];
    Arrays.setAll(below, node -> BitSet.valueOf(bits(Walks.reach(rows, node))));
    int[] of = components.of;
    for (int one = 0; one < NODES; one++) {
      for (int other = 0; other < NODES; other++) {
        boolean together = below[one].get(other) && below[other].get(one);
        assertThat(of[one] == of[other]).isEqualTo(together);
      }
      assertThat(row(components.members, of[one])).contains(one);
    }
    assertThat(components.members.target).hasSize(NODES).doesNotHaveDuplicates();
    Set<String> expected = new TreeSet<>();
    for (int node = 0; node < NODES; node++) {
      for (int to : row(rows, node)) {
        assertThat(of[to]).isLessThanOrEqualTo(of[node]);
        if (of[to] != of[node]) {
          expected.add(of[node] + " on " + of[to]);
        }
      }
    }
    assertThat(components.edges.target).hasSameSizeAs(expected);
    for (int component = 0; component < components.count(); component++) {
      for (int to : row(components.edges, component)) {
        assertThat(expected).contains(component + " on " + to);
      }
    }
  }

  private static long[] bits(int[] numbers) {
    long[] bits = new long[NODES / Long.SIZE + 1];
    for (int number : numbers) {
      bits[number / Long.SIZE] |= 1L << number;
    }
    return bits;
  }

  private static int[] row(Rows rows, int node) {
    return Arrays.copyOfRange(rows.target, rows.start[node], rows.start[node + 1]);
  }
}
