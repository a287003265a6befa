package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A path that goes another way is told by what is replaced in it, and comes out whole again. */
class PathChangeTests {

  private static final List<String> NOW = List.of("A", "B", "C", "D");

  @Test
  void saysNothingOfAPathThatStays() {
    assertThat(PathChange.between(NOW, List.copyOf(new ArrayList<>(NOW)))).isEmpty();
    assertThat(PathChange.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void replacesOnlyWhatIsOther() {
    assertThat(PathChange.between(NOW, List.of("A", "X", "Y", "D")))
        .hasValue(new PathChange(1, 3, List.of("X", "Y"), 4));
    assertThat(PathChange.between(NOW, List.of("A", "C", "D")))
        .hasValue(new PathChange(1, 2, List.of(), 3));
    assertThat(PathChange.between(NOW, List.of("A", "B", "C", "D", "E")))
        .hasValue(new PathChange(4, 4, List.of("E"), 5));
    assertThat(PathChange.between(NOW, List.of())).hasValue(new PathChange(0, 4, List.of(), 0));
  }

  @Test
  void comesOutWholeAgain() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      List<String> now = path(random);
      List<String> then = path(random);
      assertThat(PathChange.between(now, then).map(change -> change.appliedTo(now)).orElse(now))
          .as("%s to %s", now, then)
          .isEqualTo(then);
    }
  }

  private static List<String> path(Random random) {
    List<String> path = new ArrayList<>();
    for (int left = random.nextInt(7); left > 0; left--) {
      path.add(String.valueOf((char) ('A' + random.nextInt(3))));
    }
    return path;
  }
}
