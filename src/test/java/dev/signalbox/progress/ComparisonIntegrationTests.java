package dev.signalbox.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.RandomPlanLife;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of two dates is what was there at these dates. */
@SignalboxTest
class ComparisonIntegrationTests {

  private static final int STEPS = 40;
  private static final int PAIRS = 25;

  @Autowired private Plan plan;
  @Autowired private Progress progress;
  @Autowired private RandomPlanLife.Desks desks;
  @Autowired private Clock clock;

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void comparesThePlansThatWereThere(long seed) {
    ProjectKey project = new ProjectKey("c" + UUID.randomUUID().toString().substring(0, 12));
    plan.createProject(project, "Yard", Actor.person("ada"));
    Random random = new Random(seed);
    RandomPlanLife life = new RandomPlanLife(desks, project, random);
    List<Dated> recorded = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      life.step();
      recorded.add(new Dated(clock.instant(), plan.snapshot(project)));
    }
    int different = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      int first = random.nextInt(STEPS);
      int second = first + random.nextInt(STEPS - first);
      Dated from = recorded.get(first);
      Dated to = recorded.get(second);
      TwoDates told = progress.compare(project, from.at(), to.at(), Progress.MAX_ITEMS);
      assertThat(told).isEqualTo(TwoDates.between(from, to, Progress.MAX_ITEMS));
      assertThat(told.to().scope())
          .isEqualTo(told.from().scope() + told.added().count() - told.gone().count());
      different += told.states().count() > 0 ? 1 : 0;
    }
    assertThat(different).isGreaterThan(PAIRS / 3);
  }
}
