package dev.signalbox.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.TaskState;
import dev.signalbox.wire.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTests {

  private static final Instant BEGIN = Yard.BEGIN;

  @Test
  void countsTheScopeByWhatIsSaidAndWhatIsTrue() {
    Dated plan =
        new Yard(7)
            .item("X", "Guild", false)
            .task("A", TaskState.DONE)
            .task("B", TaskState.DOING, "X")
            .task("C", TaskState.TODO, "B")
            .task("D", TaskState.TODO, "A")
            .task("E", TaskState.CANCELLED)
            .absent("F", TaskState.TODO)
            .at(0);
    Point point = Series.of(List.of(plan), null).points().getFirst();
    assertThat(point.planVersion()).isEqualTo(7);
    assertThat(point.scope()).isEqualTo(5);
    assertThat(point.remaining()).isEqualTo(3);
    assertThat(point.absent()).isEqualTo(1);
    assertThat(point.declared())
        .containsEntry(TaskState.DOING, 1)
        .containsEntry(TaskState.TODO, 2)
        .containsEntry(TaskState.BLOCKED, 0);
    assertThat(point.derived())
        .containsEntry(DerivedState.BLOCKED, 2)
        .containsEntry(DerivedState.READY, 1)
        .containsEntry(DerivedState.WAITING, 0)
        .containsEntry(DerivedState.CANCELLED, 1);
  }

  @Test
  void countsOneSprintOnItsOwnButDerivesItFromTheWholePlan() {
    Dated plan =
        new Yard(1)
            .item("X", "Guild", false)
            .task("A", TaskState.TODO, "X")
            .elsewhere("B", TaskState.TODO, "A")
            .at(0);
    Point point = Series.of(List.of(plan), "shed").points().getFirst();
    assertThat(point.scope()).isEqualTo(1);
    assertThat(point.derived()).containsEntry(DerivedState.BLOCKED, 1);
  }

  @Test
  void isEmptyBeforeThereWasAPlan() {
    Dated none = new Yard(0).at(0);
    Dated some = new Yard(1).task("A", TaskState.TODO).at(24);
    Dated same = new Dated(Yard.hour(48), some.snapshot());
    List<Point> points = Series.of(List.of(none, some, same), null).points();
    assertThat(points).extracting(Point::scope).containsExactly(0, 1, 1);
    assertThat(points).extracting(Point::at).containsExactly(BEGIN, Yard.hour(24), Yard.hour(48));
    assertThat(points.getFirst().planVersion()).isZero();
  }

  @Test
  void stepsFromTheBeginningToTheEndItself() {
    assertThat(Steps.parse("P1D").between(BEGIN, Yard.hour(48)))
        .containsExactly(BEGIN, Yard.hour(24), Yard.hour(48));
    assertThat(Steps.parse("PT6H").between(BEGIN, Yard.hour(7)))
        .containsExactly(BEGIN, Yard.hour(6), Yard.hour(7));
    assertThat(Steps.DAILY.between(BEGIN, BEGIN)).containsExactly(BEGIN);
    assertThat(
            Steps.parse("P1M")
                .between(
                    Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")))
        .extracting(Instant::toString)
        .containsExactly("2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z");
  }

  @Test
  void takesFourHundredPointsAndNoMore() {
    Instant last = BEGIN.plus(Duration.ofDays(399));
    assertThat(Steps.DAILY.between(BEGIN, last)).hasSize(400);
    assertThatThrownBy(() -> Steps.DAILY.between(BEGIN, last.plusSeconds(1)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void takesAStepBeyondAllTime() {
    for (String step : List.of("P999999999Y", "PT2562047788015215H")) {
      assertThat(Steps.parse(step).between(BEGIN, Yard.hour(1)))
          .containsExactly(BEGIN, Yard.hour(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "P0D", "PT0S", "-P1D", "PT-1H", "day", "P1MT1H", "P1M-40D"})
  void refusesAStepThatLeadsNowhere(String step) {
    assertThatThrownBy(() -> Steps.parse(step)).isInstanceOf(ProblemException.class);
  }
}
