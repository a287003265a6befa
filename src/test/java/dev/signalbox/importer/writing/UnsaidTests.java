package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsaidTests {

  private static final String BOARD =
      "# Sprint 7 - Yard\n\n| Task ID | State | Task description | Owners (Source) |\n"
          + "| --- | --- | --- | --- |\n"
          + "| YRD-01-001 | BLOCKED | Blocked on the crane permit. Dependencies: OPS-1-001. | |\n";

  @Test
  void namesNothingThatTheDocumentSays() {
    assertThat(unsaid(blocker("Blocked on the crane permit"), external(null, null), false))
        .isEmpty();
  }

  @Test
  void namesBlockersExternalsAndWaiversThatItCannotSay() {
    LocalDate may = LocalDate.of(2026, 5, 1);
    List<Written.Unwritten> unsaid =
        unsaid(blocker("The crane is on strike"), external("Port Office", may), true);
    assertThat(unsaid)
        .extracting(Written.Unwritten::field)
        .containsExactly("BLOCKERS", "EXTERNAL", "WAIVER");
    assertThat(unsaid)
        .extracting(Written.Unwritten::plan)
        .containsExactly(
            "PEOPLE: The crane is on strike",
            "OPS-1-001: from Port Office, expected on 2026-05-01",
            "Sprint 6 - Quay");
    assertThat(unsaid.getFirst().place().line()).isEqualTo(5);
  }

  private static PlanSnapshot.Blocker blocker(String reason) {
    return new PlanSnapshot.Blocker(
        1, BlockerClass.PEOPLE, reason, null, null, Standing.CONFIRMED, null);
  }

  private static PlanSnapshot.External external(String owner, LocalDate on) {
    return new PlanSnapshot.External("OPS-1-001", ExternalKind.TASK, "Ops", owner, on, false);
  }

  private static List<Written.Unwritten> unsaid(
      PlanSnapshot.Blocker blocker, PlanSnapshot.External external, boolean waived) {
    PlanSnapshot.Task task =
        new PlanSnapshot.Task(
            new TaskKey("YRD-01-001"),
            "Blocked on the crane permit.",
            "7",
            TaskState.BLOCKED,
            null,
            List.of(),
            List.of("OPS-1-001"),
            List.of(blocker),
            false,
            0);
    PlanSnapshot.Sprint sprint =
        new PlanSnapshot.Sprint(
            "7",
            "Yard",
            "",
            false,
            List.of(new PlanSnapshot.SprintEdge("Sprint 6 - Quay", null, waived)));
    PlanSnapshot plan =
        new PlanSnapshot(
            new ProjectKey("yard"), 1, List.of(sprint), List.of(task), List.of(external));
    List<PlanFile> files = List.of(PlanFile.ofText("plan.md", BOARD));
    return Unsaid.of(files, null, Held.of(plan, "7", Map.of()), plan, "7");
  }
}
