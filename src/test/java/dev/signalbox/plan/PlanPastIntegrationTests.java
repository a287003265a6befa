package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.timeline.Actor;
import dev.signalbox.wire.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SignalboxTest
class PlanPastIntegrationTests {

  private static final Set<String> PERFORMED = new TreeSet<>();

  private static final Actor ADA = Actor.person("ada");
  private static final int STEPS = 120;

  @Autowired private Plan plan;
  @Autowired private PlanPast past;
  @Autowired private PlanBook book;
  @Autowired private RandomPlanLife.Desks desks;
  @Autowired private Clock clock;

  private final ProjectKey project = freshKey();

  /** No verb that changes a plan may stay untried in all lives together. */
  @AfterAll
  static void triedEveryVerb() {
    assertThat(PERFORMED).contains("apply", "create", "Confirm", "Drop", "waive", "revoke");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tellsEveryPastPlanExactly(long seed) {
    Instant before = clock.instant();
    plan.createProject(project, "Yard", ADA);
    List<PlanPast.Dated> recorded = new ArrayList<>();
    recorded.add(new PlanPast.Dated(clock.instant(), plan.snapshot(project)));
    RandomPlanLife life = new RandomPlanLife(desks, project, new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      life.step();
      recorded.add(new PlanPast.Dated(clock.instant(), plan.snapshot(project)));
    }
    assertThat(plan.version(project)).isNotEqualTo(recorded.getFirst().snapshot().version());
    for (int i = 0; i < recorded.size(); i += 7) {
      PlanPast.Dated dated = recorded.get(i);
      assertThat(plan.snapshotAt(project, dated.at())).isEqualTo(dated.snapshot());
    }
    Collections.shuffle(recorded, new Random(seed));
    List<Instant> instants = recorded.stream().map(PlanPast.Dated::at).toList();
    assertThat(past.snapshots(project, instants)).isEqualTo(recorded);
    assertThat(plan.snapshotAt(project, before).tasks()).isEmpty();
    PERFORMED.addAll(life.performed());
  }

  /** What pages showed at each moment of a plan's life, they show of that moment ever after. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void tellsEveryPastPageExactly(long seed) {
    plan.createProject(project, "Yard", ADA);
    RandomPlanLife life = new RandomPlanLife(desks, project, new Random(seed));
    Map<Instant, List<Object>> shown = new LinkedHashMap<>();
    for (int step = 0; step < STEPS; step++) {
      life.step();
      if (step % 8 == 0) {
        shown.put(clock.instant(), PlanPages.of(book, project, null));
      }
    }
    shown.forEach(
        (at, pages) -> {
          List<Object> told = PlanPages.of(book, project, at);
          for (int i = 0; i < Math.min(told.size(), pages.size()); i++) {
            assertThat(told.get(i)).as("at %s", at).isEqualTo(pages.get(i));
          }
          assertThat(told).hasSameSizeAs(pages);
        });
    assertThat(shown.values().stream().distinct().count()).isGreaterThan(STEPS / 16);
  }

  @Test
  void cutsThePastIntoTheSamePages() {
    plan.createProject(project, "Yard", ADA);
    RandomPlanLife life = new RandomPlanLife(desks, project, new Random(6));
    for (int step = 0; step < STEPS; step++) {
      life.step();
    }
    Instant at = clock.instant();
    for (TaskSort sort : TaskSort.values()) {
      assertThat(PlanPages.keys(book, project, at, sort))
          .as(sort.name())
          .isEqualTo(PlanPages.keys(book, project, null, sort))
          .hasSizeGreaterThan(5);
    }
    String cursor = book.tasks(project, null, PlanPages.query(TaskSort.PLAN, null)).next();
    assertThatThrownBy(() -> book.tasks(project, at, PlanPages.query(TaskSort.PLAN, cursor)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void isTheSameObjectWhereNothingChanged() {
    plan.createProject(project, "Yard", ADA);
    plan.apply(
        project,
        edit("505", List.of(task("Y-1", TaskState.TODO), task("Y-2", TaskState.TODO))),
        ADA);
    Instant first = clock.instant();
    plan.apply(project, edit("505", List.of(task("Y-1", TaskState.DONE))), ADA);
    Instant second = clock.instant();
    List<PlanPast.Dated> told = past.snapshots(project, List.of(first, second, second));
    assertThat(told.get(1).snapshot()).isSameAs(told.get(2).snapshot());
    assertThat(told.get(0).snapshot().tasks().get(1))
        .isSameAs(told.get(1).snapshot().tasks().get(1));
    assertThat(told.get(0).snapshot().tasks().getFirst().state()).isEqualTo(TaskState.TODO);
  }

  @Test
  void knowsNothingOfAProjectThatIsNotThere() {
    assertThatThrownBy(() -> plan.snapshotAt(project, clock.instant()))
        .isInstanceOf(NoSuchElementException.class);
  }
}
