package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Root causes by from whom they are awaited, on a plan shaped as the seed's headline is. */
class PartiesTests {

  private static final String PRESS = "Timetable Press";

  /** Six tasks wait for one party through five artefacts; one artefact stands alone somewhere. */
  static TestPlan headline() {
    var plan = new TestPlan();
    for (String item : List.of("grid", "host", "matrix", "log and policy", "form and store")) {
      plan.artefact(item, PRESS, false);
    }
    plan.artefact("tool", null, false).sprint("505");
    held(plan, "OAS-61-001", "grid");
    held(plan, "OAS-61-002", "host");
    held(plan, "OAS-62-001", "grid", "matrix");
    held(plan, "OAS-63-001", "log and policy");
    held(plan, "PACKS-42-001", "form and store");
    held(plan, "PACKS-42-002", "grid", "form and store");
    plan.sprint("506");
    held(plan, "TOOL-1", "tool");
    return plan.task("TOOL-2", TaskState.TODO, "TOOL-1").task("TOOL-3", TaskState.TODO, "TOOL-2");
  }

  private static void held(TestPlan plan, String key, String... items) {
    List<Blocker> blockers = new ArrayList<>();
    for (String item : items) {
      blockers.add(plan.proposed("waiting on " + item, item, 80));
    }
    plan.add(key, TaskState.BLOCKED, List.of(), blockers);
  }

  @Test
  void saysInOneSentenceWhoHoldsMostAndWhatToDeliverFirst() {
    Parties parties = headline().graph().parties(null);

    assertThat(parties.headline())
        .isEqualTo(
            "6 tasks wait for Timetable Press through 5 artefacts; artefact grid first: frees 1"
                + " now, 2 more behind it");
    Party first = parties.parties().getFirst();
    assertThat(first.name()).isEqualTo(PRESS);
    assertThat(first.holdsSolely()).isEqualTo(6);
    assertThat(first.causes())
        .extracting(each -> each.cause().key())
        .containsExactly("grid", "form and store", "host", "log and policy", "matrix");
    assertThat(first.causes().getFirst().freesNow()).containsExactly("OAS-61-001");
    Party unknown = parties.parties().get(1);
    assertThat(unknown.name()).isNull();
    assertThat(unknown.headline()).startsWith("3 tasks wait for somebody unknown through 1 artef");
  }

  @Test
  void countsOneSprintAlone() {
    Parties parties = headline().graph().parties("506");

    assertThat(parties.parties()).extracting(Party::name).containsOnlyNulls().hasSize(1);
    assertThat(parties.headline()).startsWith("3 tasks wait for somebody unknown");
  }

  @Test
  void holdsNobodyInAPlanThatIsFree() {
    Parties parties = new TestPlan().task("A", TaskState.TODO).graph().parties(null);

    assertThat(parties.parties()).isEmpty();
    assertThat(parties.headline()).isNull();
  }

  @Test
  void countsATaskOnceForEachPartyAndSolelyOnlyWhereNobodyElseHoldsIt() {
    PlanGraph graph =
        new TestPlan()
            .artefact("X", "North", false)
            .artefact("Y", "North", false)
            .artefact("Z", "South", false)
            .task("A", TaskState.TODO, "X", "Y")
            .task("B", TaskState.TODO, "X", "Z")
            .graph();

    List<Party> parties = graph.parties(null).parties();
    assertThat(parties).extracting(Party::name).containsExactly("North", "South");
    assertThat(parties).extracting(Party::holds).containsExactly(2, 1);
    assertThat(parties).extracting(Party::holdsSolely).containsExactly(1, 0);
  }

  @Test
  void freesExactlyTheTasksThatWaitedForOneArtefactAlone() {
    TestPlan plan = headline();
    PlanGraph before = plan.graph();

    List<String> freed = new ArrayList<>(plan.with("grid", true).graph().in(DerivedState.READY));
    freed.removeAll(before.in(DerivedState.READY));

    assertThat(freed).containsExactly("OAS-61-001");
    assertThat(plan.with("grid", false).graph().in(DerivedState.READY)).isEmpty();
  }
}
