package dev.signalbox.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.TaskState;
import dev.signalbox.progress.BlockedTime.Resolution;
import dev.signalbox.progress.BlockedTime.Share;
import dev.signalbox.progress.BlockedTime.TaskTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockedTimesTests {

  private static final List<Dated> LOOKS =
      List.of(
          new Yard(1).item("X", "Guild", false).task("A", TaskState.TODO, "X").at(0),
          new Yard(2)
              .item("X", "Guild", true)
              .task("A", TaskState.TODO, "X")
              .held("B", BlockerClass.DECISION)
              .at(2),
          new Yard(3)
              .item("X", "Guild", false)
              .task("A", TaskState.TODO, "X")
              .held("B", BlockerClass.DECISION)
              .elsewhere("C", TaskState.TODO, "B", "X")
              .at(5),
          new Yard(4)
              .item("X", "Guild", true)
              .task("A", TaskState.TODO, "X")
              .held("B", BlockerClass.DECISION)
              .elsewhere("C", TaskState.TODO, "B", "X")
              .at(6));

  @Test
  void addsUpTheSpellsOfEachTask() {
    BlockedTime time = blocked(null);
    assertThat(time.tasks().items())
        .containsExactly(
            task("B", "yard", 8, 1, 2), task("C", "shed", 5, 1, 5), task("A", "yard", 3, 2, -1));
    assertThat(time.blocked()).isEqualTo(Duration.ofHours(16));
    assertThat(time.seconds()).isEqualTo(16 * 3600);
    assertThat(time.from()).isEqualTo(Yard.BEGIN);
    assertThat(time.looks()).isEqualTo(4);
  }

  @Test
  void countsWholeForEachClassPartyAndOwner() {
    BlockedTime time = blocked(null);
    assertThat(time.classes().items())
        .containsExactly(share("DECISION", 2, 13, true), share("EXTERNAL", 2, 4, false));
    assertThat(time.parties().items())
        .containsExactly(share("Owner B", 2, 13, true), share("Guild", 2, 4, false));
    assertThat(time.owners().items())
        .containsExactly(
            share("Owner B", 1, 8, true),
            share("Owner C", 1, 5, true),
            share("Owner A", 1, 3, false));
  }

  @Test
  void countsOneSprintOnItsOwn() {
    assertThat(blocked("shed").tasks().items()).extracting(TaskTime::task).containsExactly("C");
  }

  @Test
  void leavesOutWhatIsNoLongerInPlan() {
    Dated look = new Yard(1).absent("A", TaskState.BLOCKED).at(0);
    BlockedTime time = BlockedTimes.of(List.of(look), Yard.hour(1), null, Resolution.EXACT, 10);
    assertThat(time.tasks().items()).isEmpty();
    assertThat(time.blocked()).isZero();
  }

  @Test
  void tellsHowManyThereAreWhereItShowsTheFirstOnly() {
    BlockedTime time = BlockedTimes.of(LOOKS, Yard.hour(10), null, Resolution.DAILY, 1);
    assertThat(time.tasks().count()).isEqualTo(3);
    assertThat(time.tasks().items()).hasSize(1);
    assertThat(time.resolution()).isEqualTo(Resolution.DAILY);
  }

  @Test
  void tellsWhatRunsFromTheLookAtTheEndAndNotFromTheOneBefore() {
    List<Dated> looks =
        List.of(
            new Yard(1).item("X", "Guild", false).task("A", TaskState.TODO, "X").at(0),
            new Yard(2)
                .item("X", "Guild", true)
                .task("A", TaskState.TODO, "X")
                .held("B", BlockerClass.DECISION)
                .at(24));
    BlockedTime time = BlockedTimes.of(looks, Yard.hour(24), null, Resolution.DAILY, 10);
    assertThat(time.tasks().items())
        .containsExactly(task("A", "yard", 24, 1, -1), task("B", "yard", 0, 1, 24));
    assertThat(time.classes().items())
        .containsExactly(share("EXTERNAL", 1, 24, false), share("DECISION", 1, 0, true));
    assertThat(time.parties().items())
        .containsExactly(share("Guild", 1, 24, false), share("Owner B", 1, 0, true));
    assertThat(time.owners().items())
        .containsExactly(share("Owner A", 1, 24, false), share("Owner B", 1, 0, true));
    assertThat(time.blocked()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void goesOnWithASpellThatStillHoldsAtTheEnd() {
    Yard held = new Yard(1).held("B", BlockerClass.DECISION);
    BlockedTime time =
        BlockedTimes.of(
            List.of(held.at(0), held.at(24)), Yard.hour(24), null, Resolution.DAILY, 10);
    assertThat(time.tasks().items()).containsExactly(task("B", "yard", 24, 1, 0));
  }

  @Test
  void addsUpALongChainBehindTwoCausesWithoutWalkingItForEachTask() {
    int links = 60_000;
    Yard yard = new Yard(1).item("X", "Guild", false).item("Y", "Harbour", false);
    yard.task("T0", TaskState.TODO, "X", "Y");
    for (int link = 1; link < links; link++) {
      yard.task("T" + link, TaskState.TODO, "T" + (link - 1));
    }
    List<Dated> looks = List.of(yard.at(0));
    BlockedTime time =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> BlockedTimes.of(looks, Yard.hour(1), null, Resolution.EXACT, 10));
    assertThat(time.parties().items())
        .containsExactly(share("Guild", links, links, true), share("Harbour", links, links, true));
  }

  private static BlockedTime blocked(@Nullable String sprint) {
    return BlockedTimes.of(LOOKS, Yard.hour(10), sprint, Resolution.EXACT, 10);
  }

  private static TaskTime task(String key, String sprint, int hours, int spells, int since) {
    return new TaskTime(
        key,
        sprint,
        Duration.ofHours(hours),
        hours * 3600L,
        spells,
        since >= 0,
        since < 0 ? null : Yard.hour(since));
  }

  private static Share share(String name, int tasks, int hours, boolean running) {
    return new Share(name, tasks, Duration.ofHours(hours), hours * 3600L, running);
  }
}
