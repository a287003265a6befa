package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds a task is worked out once, and only of tasks that a verdict tells. */
class LazyWordsTests {

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void worksOutOnlyWhatAVerdictTells() {
    for (Requirement requirement : List.of(new NothingBlocked(null), new TasksDone(null))) {
      TaskFact[] tasks =
          IntStream.range(0, 120).mapToObj(at -> blocked("T-" + at)).toArray(TaskFact[]::new);
      asked.set(0);
      SupposedGate gate =
          Deciding.suppose(Facts.policy(requirement), Facts.tasks(tasks), Facts.NOW);
      List<String> frees = gate.requirements().getFirst().frees();
      assertThat(frees).hasSize(50).endsWith("and 71 more");
      assertThat(frees.getFirst()).contains("T-0").contains("cause of T-0");
      assertThat(asked).hasValue(49);
    }
  }

  @Test
  void tellsAsManyAsAListTakes() {
    TaskFact[] tasks =
        IntStream.range(0, 50).mapToObj(at -> blocked("T-" + at)).toArray(TaskFact[]::new);
    assertThat(
            Deciding.suppose(Facts.policy(new NothingBlocked(null)), Facts.tasks(tasks), Facts.NOW)
                .requirements()
                .getFirst()
                .frees())
        .hasSize(50)
        .last()
        .isEqualTo("free T-49: cause of T-49");
  }

  @Test
  void supposesWhatIsDecided() {
    GateFacts facts = Facts.tasks(blocked("T-1"), Facts.task("T-2", DerivedState.DONE));
    for (Requirement requirement :
        List.of(new NothingBlocked(null), new TasksDone(null), new Approvals(1))) {
      Decision decision = Deciding.decide(Facts.policy(requirement), facts, Facts.NOW);
      SupposedGate supposed = Deciding.suppose(Facts.policy(requirement), facts, Facts.NOW);
      assertThat(supposed.verdict()).isEqualTo(decision.verdict());
      assertThat(supposed.requirements()).isEqualTo(decision.requirements());
    }
  }

  private TaskFact blocked(String key) {
    TaskFact fact = Facts.task(key, DerivedState.BLOCKED);
    List<String> causes =
        new LazyWords(
            () -> {
              asked.incrementAndGet();
              return fact.causes();
            });
    return new TaskFact(
        key,
        fact.sprint(),
        fact.declared(),
        fact.derived(),
        fact.owners(),
        causes,
        fact.waitsFor(),
        fact.version());
  }
}
