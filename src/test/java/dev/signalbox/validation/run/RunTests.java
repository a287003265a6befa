package dev.signalbox.validation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Throws everything that can happen at runs, in any order, and holds what must always hold. */
class RunTests {

  private static final int SEEDS = 5_000;
  private static final int STEPS = 40;
  private static final int MAX_ATTEMPTS = 3;

  @Test
  void keepsItsPromisesUnderAnyOrderOfEvents() {
    Set<RunState> seen = new HashSet<>();
    Set<ResultVerdict> verdicts = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(new Random(seed));
      for (int step = 0; step < STEPS; step++) {
        story.step();
      }
      seen.add(story.run.state());
      verdicts.addAll(story.verdicts);
    }
    assertThat(seen)
        .contains(RunState.PASSED, RunState.FAILED, RunState.ERRORED, RunState.CANCELLED);
    assertThat(verdicts)
        .containsExactlyInAnyOrder(
            ResultVerdict.APPLIED,
            ResultVerdict.DUPLICATE,
            ResultVerdict.LATE,
            ResultVerdict.CONFLICT);
  }

  /** One run and all that its world knows. */
  private static final class Story {

    private final Random random;
    private final Run run;
    private final List<UUID> known = new ArrayList<>();
    private final Set<UUID> mayHaveArrived = new HashSet<>();
    private final Set<ResultVerdict> verdicts = new HashSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean passApplied;

    Story(Random random) {
      this.random = random;
      JobDefinition usual = JobDefinition.manual("Nightly", "tests");
      JobDefinition definition =
          new JobDefinition(
              usual.name(),
              usual.kind(),
              JobTrigger.MANUAL,
              null,
              null,
              null,
              null,
              Duration.ofMinutes(30),
              Duration.ofMinutes(60),
              Duration.ofMinutes(5),
              MAX_ATTEMPTS,
              Duration.ofSeconds(1),
              null,
              List.of(),
              Map.of(),
              "",
              true);
      Job job = Job.define(new ProjectKey("yard"), new JobKey("nightly"), definition, null, now);
      RunStart start = new RunStart(JobTrigger.MANUAL, "maria", null, Map.of());
      run = new Run(job, 1, start, newId(), now);
    }

    private UUID newId() {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      known.add(id);
      return id;
    }

    private UUID someAttempt() {
      return random.nextInt(4) == 0 ? known.get(random.nextInt(known.size())) : run.current().id();
    }

    void step() {
      now = now.plusSeconds(random.nextInt(240));
      Outcome before = run.outcome().orElse(null);
      AttemptState stateBefore = run.current().state();
      int attemptsBefore = run.attemptCount();
      UUID attempt = someAttempt();
      switch (random.nextInt(14)) {
        case 0, 1, 2 -> claim(attempt);
        case 3, 4 -> answer(attempt);
        case 5, 6 -> alive(attempt);
        case 7, 8, 9 -> result(attempt, stateBefore, attemptsBefore);
        case 10 -> run.reap(attempt, this::newId, now);
        case 11, 12 -> see(attempt, stateBefore);
        default -> {
          if (random.nextInt(6) == 0) {
            run.cancel(now);
          }
        }
      }
      holds(before, stateBefore, attemptsBefore);
    }

    private void claim(UUID attempt) {
      if (run.claim(attempt, now)) {
        assertThat(mayHaveArrived).as("dispatched a second time").doesNotContain(attempt);
        assertThat(attempt).isEqualTo(run.current().id());
      }
    }

    private void answer(UUID attempt) {
      boolean calling =
          attempt.equals(run.current().id()) && run.current().state() == AttemptState.DISPATCHING;
      Answer answer =
          switch (random.nextInt(4)) {
            case 0 -> new Answer.Taken("build", null);
            case 1 -> new Answer.Postponed("busy", null);
            case 2 -> new Answer.Refused("REFUSED", "no", random.nextBoolean());
            default -> new Answer.Ambiguous("hung up");
          };
      run.answer(attempt, answer, this::newId, now);
      if (calling && (answer instanceof Answer.Taken || answer instanceof Answer.Ambiguous)) {
        mayHaveArrived.add(attempt);
      }
    }

    private void see(UUID attempt, AttemptState before) {
      Sighting sighting =
          switch (random.nextInt(4)) {
            case 0 -> new Sighting.Waiting("build", null);
            case 1 -> new Sighting.Working("build", null);
            case 2 -> new Sighting.Absent("no such build");
            default -> new Sighting.Unseen("down", null);
          };
      boolean current = attempt.equals(run.current().id());
      run.see(attempt, sighting, this::newId, now);
      if (current && before == AttemptState.UNKNOWN && sighting instanceof Sighting.Absent) {
        assertThat(run.current().state()).isEqualTo(AttemptState.PENDING);
        mayHaveArrived.remove(attempt);
      }
      if (!current || !before.isOutThere() || sighting instanceof Sighting.Unseen) {
        assertThat(run.current().state()).isEqualTo(before);
      }
    }

    private void alive(UUID attempt) {
      ResultVerdict verdict = run.alive(reported(attempt, null), now);
      verdicts.add(verdict);
      if (verdict == ResultVerdict.APPLIED) {
        mayHaveArrived.add(attempt);
        assertThat(run.current().state()).isEqualTo(AttemptState.RUNNING);
      }
    }

    private void result(UUID attempt, AttemptState before, int attemptsBefore) {
      Outcome outcome = List.of(Outcome.values()).get(random.nextInt(Outcome.values().length));
      boolean current = attempt.equals(run.current().id());
      ReportedResult result = reported(attempt, outcome);
      ResultVerdict verdict =
          run.take(result, Judgement.of(outcome, result, Set.of()), this::newId, now);
      verdicts.add(verdict);
      assertThat(verdict == ResultVerdict.APPLIED).isEqualTo(current && !before.isTerminal());
      if (verdict == ResultVerdict.APPLIED) {
        passApplied = passApplied || outcome == Outcome.PASSED;
      } else {
        assertThat(run.attemptCount()).isEqualTo(attemptsBefore);
        assertThat(run.current().state()).isEqualTo(before);
      }
    }

    private void holds(@Nullable Outcome before, AttemptState stateBefore, int attemptsBefore) {
      if (before != null) {
        assertThat(run.outcome()).as("an end never changes").contains(before);
        assertThat(run.attemptCount()).isEqualTo(attemptsBefore);
        assertThat(run.current().state()).isEqualTo(stateBefore);
      }
      assertThat(run.attemptCount()).isBetween(attemptsBefore, MAX_ATTEMPTS);
      assertThat(run.current().number()).isEqualTo(run.attemptCount());
      assertThat(run.outcome().isPresent()).isEqualTo(run.current().state().isTerminal());
      assertThat(run.outcome().map(RunState::of).orElse(run.state())).isEqualTo(run.state());
      assertThat(run.outcome().filter(Outcome.PASSED::equals).isPresent()).isEqualTo(passApplied);
      assertThat(run.errorCode() != null)
          .isEqualTo(run.outcome().filter(Outcome.ERRORED::equals).isPresent());
    }

    private static ReportedResult reported(UUID attempt, @Nullable Outcome outcome) {
      return new ReportedResult(attempt, outcome, null, List.of(), null, null, null, "test");
    }
  }
}
