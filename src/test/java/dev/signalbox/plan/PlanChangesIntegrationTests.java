package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.read.SnapshotChanges;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read of the changes makes the same plan as reading it whole. */
@SignalboxTest
class PlanChangesIntegrationTests {

  private static final Actor ADA = Actor.person("ada");
  private static final ExternalLines ITEM = new ExternalLines("Rails", null, null);
  private static final int STEPS = 120;

  @Autowired private Plan plan;
  @Autowired private SnapshotChanges changes;
  @Autowired private RandomPlanLife.Desks desks;

  private final ProjectKey project = freshKey();

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void readsTheSamePlan(long seed) {
    plan.createProject(project, "Yard", ADA);
    var random = new Random(seed);
    var life = new RandomPlanLife(desks, project, new Random(seed));
    List<PlanSnapshot> known = new ArrayList<>(List.of(plan.snapshot(project)));
    int advanced = 0;
    for (int step = 0; step < STEPS; step++) {
      life.step();
      PlanSnapshot whole = plan.snapshot(project);
      PlanSnapshot earlier =
          known.get(known.size() - 1 - random.nextInt(Math.min(4, known.size())));
      PlanSnapshot found = changes.since(earlier);
      if (found != null) {
        advanced++;
        assertThat(found).as("step %d", step).isEqualTo(whole);
      }
      assertThat(plan.snapshot(earlier)).as("step %d", step).isEqualTo(whole);
      known.add(whole);
    }
    assertThat(advanced).isGreaterThan(STEPS / 3);
  }

  @Test
  void leavesAnotherOrderOfTasksToAWholeRead() {
    PlanSnapshot earlier = begun("Y-1", "Y-2", "Y-3");
    plan.apply(project, edit("505", tasks("Y-3", "Y-1", "Y-2")), ADA);
    assertThat(changes.since(earlier)).isNull();
    assertThat(plan.snapshot(earlier)).isEqualTo(plan.snapshot(project));
  }

  @Test
  void letsATaskStandForTheItemOfItsKey() {
    PlanSnapshot earlier = begun("Y-1");
    desks.externals().create(project, new TargetKey("Y-2"), ITEM, ADA);
    PlanSnapshot awaited = changes.since(earlier);
    assertThat(awaited).isEqualTo(plan.snapshot(project));
    plan.apply(project, edit("505", tasks("Y-1", "Y-2")), ADA);
    assertThat(changes.since(awaited)).isEqualTo(plan.snapshot(project));
  }

  @Test
  void keepsWhatDidNotChange() {
    PlanSnapshot earlier = begun("Y-1", "Y-2");
    desks.tasks().perform(project, new TaskKey("Y-2"), 0, new TaskCommand.Start(), ADA);
    PlanSnapshot later = changes.since(earlier);
    assertThat(later).isEqualTo(plan.snapshot(project)).isNotEqualTo(earlier);
    assertThat(later.tasks().getFirst()).isSameAs(earlier.tasks().getFirst());
    assertThat(later.sprints()).isSameAs(earlier.sprints());
  }

  private PlanSnapshot begun(String... keys) {
    plan.createProject(project, "Yard", ADA);
    plan.apply(project, edit("505", tasks(keys)), ADA);
    return plan.snapshot(project);
  }

  private static List<TaskText> tasks(String... keys) {
    return Stream.of(keys).map(key -> task(key, TaskState.TODO)).toList();
  }
}
