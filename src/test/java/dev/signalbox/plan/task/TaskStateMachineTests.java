package dev.signalbox.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.NewTask;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskStateMachineTests {

  private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<Verb> VERBS = List.of(Verb.values());
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
  private static final Instant NEXT_DAY = MORNING.plus(Duration.ofDays(1));

  private final Task task = task(List.of());

  @Test
  void beginsAsTodoOnTheDayItWasMade() {
    assertThat(task.state()).isEqualTo(TaskState.TODO);
    assertThat(task.stateDate()).isEqualTo(FIRST_DAY);
  }

  @Test
  void startsOnce() {
    assertThat(task.start(NEXT_DAY)).isEqualTo(new Step.Taken("started"));
    assertThat(task.state()).isEqualTo(TaskState.DOING);
    assertThat(task.stateDate()).isEqualTo(FIRST_DAY.plusDays(1));
    assertThat(task.start(NEXT_DAY)).isInstanceOf(Step.Refused.class);
  }

  @Test
  void goesBackToWhereItWasWhenTheLastBlockerIsGone() {
    task.start(MORNING);
    block("no runner");
    block("no licence");
    assertThat(task.state()).isEqualTo(TaskState.BLOCKED);
    assertThat(task.holdingBlockers()).isEqualTo(2);
    assertThat(task.unblock(null, "both are there", "ada", NEXT_DAY))
        .isEqualTo(new Step.Taken("unblocked"));
    assertThat(task.state()).isEqualTo(TaskState.DOING);
    assertThat(task.holdingBlockers()).isZero();
  }

  @Test
  void goesBackToTodoWhenNobodyHadStarted() {
    block("no runner");
    task.unblock(null, "it is there", "ada", NEXT_DAY);
    assertThat(task.state()).isEqualTo(TaskState.TODO);
  }

  @Test
  void refusesTheSameBlockerTwice() {
    block("no runner");
    assertThat(block("no runner")).isInstanceOf(Step.Refused.class);
    assertThat(task.holdingBlockers()).isEqualTo(1);
  }

  @Test
  void refusesToUnblockWhatIsNotBlocked() {
    assertThat(task.unblock(null, "gone", "ada", MORNING)).isInstanceOf(Step.Refused.class);
    assertThat(task.unblock(7L, "gone", "ada", MORNING)).isInstanceOf(Step.Refused.class);
  }

  @Test
  void finishesWhatIsBlockedOnlyWithAnOverride() {
    block("no runner");
    assertThat(task.finish(null, "ada", MORNING)).isInstanceOf(Step.Refused.class);
    assertThat(task.finish("done on a borrowed machine", "ada", NEXT_DAY))
        .isEqualTo(new Step.Taken("finished"));
    assertThat(task.state()).isEqualTo(TaskState.DONE);
    assertThat(task.holdingBlockers()).isZero();
    assertThat(task.values()).containsEntry("note", "done on a borrowed machine");
  }

  @Test
  void forgetsTheClosingNoteWhenItIsReopened() {
    task.cancel("nobody needs it", "ada", MORNING);
    assertThat(task.values()).containsEntry("note", "nobody needs it");
    assertThat(task.reopen(NEXT_DAY)).isEqualTo(new Step.Taken("reopened"));
    assertThat(task.state()).isEqualTo(TaskState.TODO);
    assertThat(task.values()).doesNotContainKey("note");
  }

  @Test
  void neverWaitsForItself() {
    assertThatThrownBy(() -> task.addDependency(new TargetKey("T-1"), MORNING))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> task(List.of(new TargetKey("T-1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                task.block(
                    BlockerClass.UPSTREAM_TASK, "itself", new TargetKey("T-1"), null, MORNING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesAnEdgeOnce() {
    assertThat(task.addDependency(new TargetKey("T-2"), MORNING))
        .isEqualTo(new Step.Taken("linked"));
    assertThat(task.addDependency(new TargetKey("T-2"), MORNING)).isEqualTo(new Step.Needless());
    assertThat(task.removeDependency(new TargetKey("T-2"), MORNING))
        .isEqualTo(new Step.Taken("unlinked"));
    assertThat(task.removeDependency(new TargetKey("T-2"), MORNING)).isEqualTo(new Step.Needless());
  }

  @Test
  void noticesThatAnEditChangesNothing() {
    assertThat(task.edit("Write it down", List.of("Ada"), null, MORNING))
        .isEqualTo(new Step.Needless());
    assertThat(task.edit("Write it up", null, null, MORNING)).isEqualTo(new Step.Taken("edited"));
  }

  /** 500 seeds of 60 random verbs each: only listed edges are taken, and the values stay whole. */
  @Test
  void keepsToItsEdgesWhateverIsTried() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Task subject = task(List.of());
      for (int i = 0; i < 60; i++) {
        Instant now = MORNING.plus(Duration.ofHours(i));
        TaskState before = subject.state();
        int held = subject.holdingBlockers();
        var values = subject.values();
        Verb verb = VERBS.get(random.nextInt(VERBS.size()));
        String override = random.nextBoolean() ? "because" : null;
        Step step = take(subject, verb, override, i, now);
        String trial = "seed %d step %d: %s from %s".formatted(seed, i, verb, before);
        if (step instanceof Step.Taken) {
          assertThat(verb.isLegalFrom(before)).as(trial).isTrue();
          assertThat(subject.state()).as(trial).isIn(expected(verb, before));
          if (subject.state() != before) {
            assertThat(subject.stateDate()).as(trial).isEqualTo(day(now));
          }
        } else {
          assertThat(subject.values()).as(trial).isEqualTo(values);
          assertThat(mustBeTaken(verb, before, override, held)).as(trial).isFalse();
        }
        if (subject.state().isEnded()) {
          assertThat(subject.holdingBlockers()).as(trial).isZero();
        } else {
          assertThat(subject.values()).as(trial).doesNotContainKey("note");
        }
        assertThat(subject.holdingBlockers() > 0 && subject.state() != TaskState.BLOCKED)
            .as(trial)
            .isFalse();
      }
    }
  }

  private static List<TaskState> expected(Verb verb, TaskState before) {
    return switch (verb) {
      case START -> List.of(TaskState.DOING);
      case BLOCK -> List.of(TaskState.BLOCKED);
      case UNBLOCK ->
          before == TaskState.BLOCKED ? List.of(TaskState.TODO, TaskState.DOING) : List.of(before);
      case FINISH -> List.of(TaskState.DONE);
      case REOPEN -> List.of(TaskState.TODO);
      case CANCEL -> List.of(TaskState.CANCELLED);
    };
  }

  private static boolean mustBeTaken(Verb verb, TaskState before, String override, int held) {
    return switch (verb) {
      case START, BLOCK, REOPEN, CANCEL -> verb.isLegalFrom(before);
      case UNBLOCK -> before == TaskState.BLOCKED || held > 0;
      case FINISH -> verb.isLegalFrom(before) && (before != TaskState.BLOCKED || override != null);
    };
  }

  private static Step take(Task subject, Verb verb, String override, int i, Instant now) {
    return switch (verb) {
      case START -> subject.start(now);
      case BLOCK -> subject.block(BlockerClass.DECISION, "reason " + i, null, null, now);
      case UNBLOCK -> subject.unblock(null, "gone", "ada", now);
      case FINISH -> subject.finish(override, "ada", now);
      case REOPEN -> subject.reopen(now);
      case CANCEL -> subject.cancel("not needed", "ada", now);
    };
  }

  private Step block(String reason) {
    return task.block(BlockerClass.INFRASTRUCTURE, reason, null, null, MORNING);
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Task task(List<TargetKey> dependsOn) {
    return new Task(
        new ProjectKey("demo"),
        new NewTask(
            new TaskKey("T-1"),
            new SprintKey("505"),
            "Write it down",
            List.of("Ada"),
            "",
            dependsOn),
        0,
        MORNING);
  }
}
