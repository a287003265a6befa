package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.freshKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.read.SnapshotChanges;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read of the changes makes the same plan as reading it whole. */
@SignalboxTest
class PlanChangesIntegrationTests {

  private static final int STEPS = 200;

  @Autowired private Plan plan;
  @Autowired private SnapshotChanges changes;
  @Autowired private RandomPlanLife.Desks desks;

  private final ProjectKey project = freshKey();

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void readsTheSamePlan(long seed) {
    plan.createProject(project, "Yard", Actor.person("ada"));
    var random = new Random(seed);
    var life = new RandomPlanLife(desks, project, new Random(seed));
    List<PlanSnapshot> known = new ArrayList<>(List.of(plan.snapshot(project)));
    int advanced = 0;
    for (int step = 0; step < STEPS; step++) {
      life.step();
      PlanSnapshot whole = plan.snapshot(project);
      PlanSnapshot earlier = known.get(known.size() - 1 - random.nextInt(Math.min(4, known.size())));
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
}
