package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which patches of one scenario take back what another one supposes. */
class ContradictionsTests {

  private static final TaskKey T = new TaskKey("T-1");
  private static final TargetKey X = new TargetKey("X");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static Optional<String> second(Patch one, Patch other) {
    var contradictions = new Contradictions();
    assertThat(contradictions.against(0, one)).isEmpty();
    return contradictions.against(1, other);
  }

  @Test
  void refusesWhatTakesBackAnEarlierPatch() {
    for (List<Patch> pair :
        List.<List<Patch>>of(
            List.of(new Patch.Finish(T), new Patch.Reopen(T)),
            List.of(new Patch.Cancel(T), new Patch.Reopen(T)),
            List.of(new Patch.Finish(T), new Patch.Cancel(T)),
            List.of(new Patch.Cancel(T), new Patch.Finish(T)),
            List.of(new Patch.Block(T, null, "undecided", null), new Patch.Unblock(T, null)),
            List.of(new Patch.AddDependency(T, X), new Patch.DropDependency(T, X)),
            List.of(new Patch.DropDependency(T, X), new Patch.AddDependency(T, X)),
            List.of(new Patch.CloseExternal(X), new Patch.RevokeExternal(X)),
            List.of(new Patch.RevokeExternal(X), new Patch.CloseExternal(X)),
            List.of(new Patch.Delay(X, DAY), new Patch.Delay(X, DAY.plusDays(1))))) {
      assertThat(second(pair.getFirst(), pair.getLast()))
          .as("%s", pair)
          .hasValueSatisfying(words -> assertThat(words).contains("patches[0]"));
    }
  }

  @Test
  void takesWhatGoesOnFromAnEarlierPatch() {
    TargetKey other = new TargetKey("Y");
    for (List<Patch> pair :
        List.<List<Patch>>of(
            List.of(new Patch.Reopen(T), new Patch.Finish(T)),
            List.of(new Patch.Start(T), new Patch.Finish(T)),
            List.of(new Patch.Unblock(T, null), new Patch.Block(T, null, "undecided", null)),
            List.of(new Patch.Block(T, null, "undecided", null), new Patch.Unblock(T, 7L)),
            List.of(new Patch.AddDependency(T, X), new Patch.DropDependency(T, other)),
            List.of(new Patch.CloseExternal(X), new Patch.RevokeExternal(other)),
            List.of(new Patch.CloseExternal(X), new Patch.CloseExternal(X)),
            List.of(new Patch.Delay(X, DAY), new Patch.Delay(X, DAY)),
            List.of(new Patch.Delay(X, DAY), new Patch.CloseExternal(X)),
            List.of(new Patch.Finish(new TaskKey("T-2")), new Patch.Reopen(T)))) {
      assertThat(second(pair.getFirst(), pair.getLast())).as("%s", pair).isEmpty();
    }
  }
}
