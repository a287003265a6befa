package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtefactsTests {

  private static PlanEdit plan(String... rows) {
    String text =
        "# Board\n\n| ID | State | Description | Owners |\n|---|---|---|---|\n"
            + String.join("\n", rows)
            + "\n";
    return Resolution.of(
            PlanReader.withAllDialects().read(Document.ofText(text), "markdown-table").plan(),
            List.of())
        .document();
  }

  private static List<String> awaits(PlanEdit plan, int task) {
    return plan.tasks().get(task).blockers().stream().map(BlockerText::awaits).toList();
  }

  @Test
  void takesTheSameThingInOtherWordsAsOne() {
    PlanEdit plan =
        plan(
            "| T-1 | BLOCKED | Waiting on the Lamp Works OpenAPI sources from service guild; lint it. | Yard Guild, Lamp Works Guild |",
            "| T-2 | TODO | Once OAS + rail terms arrive, sign it. | Yard Guild, Lamp Works Guild |",
            "| T-3 | BLOCKED | Packing depends on Lamp schema + rail terms; waiting on upstream deliverables. | Yard Guild, Lamp Works Guild |");
    assertThat(plan.externals()).hasSize(2).allMatch(e -> e.kind() == ExternalKind.ARTEFACT);
    assertThat(plan.externals()).allMatch(e -> "Lamp Works Guild".equals(e.owner()));
    assertThat(awaits(plan, 1))
        .hasSize(2)
        .contains(awaits(plan, 0).getFirst(), awaits(plan, 2).getFirst());
  }

  @Test
  void keepsThingsOfTwoPartiesApart() {
    PlanEdit plan =
        plan(
            "| T-1 | BLOCKED | Await upstream tool specs and Signal exports. | Yard Guild, Rail Guild, Signal Guild |",
            "| T-2 | TODO | Paint. | Yard Guild, Rail Guild |");
    assertThat(awaits(plan, 0)).containsExactlyInAnyOrder("tool specs", "Signal exports");
    assertThat(plan.externals())
        .filteredOn(e -> e.key().equals("Signal exports"))
        .extracting(PlanEdit.ExternalText::owner)
        .containsExactly("Signal Guild");
  }

  @Test
  void namesThingsAlikeInAnyOrderOfRows() {
    String first = "| T-1 | BLOCKED | Blocked on the gauge table. | Ann |";
    String second = "| T-2 | BLOCKED | Waiting for updated gauge table from Gauge Office. | Bob |";
    assertThat(awaits(plan(first, second), 0)).isEqualTo(awaits(plan(second, first), 1));
  }

  @Test
  void saysHowSureItIs() {
    PlanEdit plan =
        plan(
            "| T-1 | BLOCKED | Blocked on the gauge table. | Ann |",
            "| T-2 | BLOCKED | Oiling needs the new grease. | Ann |",
            "| T-3 | BLOCKED | No paint until the frost is over. | Ann |",
            "| T-4 | TODO | Awaiting the timetable. | Ann |",
            "| T-5 | BLOCKED | Blocked by T-1. | Ann |");
    assertThat(plan.tasks().stream().map(t -> t.blockers().getFirst().sureness()).toList())
        .containsExactly(90, 75, 40, 80, null);
  }

  @Test
  void holdsNothingOfATaskThatIsDone() {
    assertThat(
            plan("| T-1 | DONE | Was blocked on the gauge table; needs paint. | Ann |").externals())
        .isEmpty();
  }

  @Test
  void readsOtherLanguages() {
    PlanEdit plan =
        plan(
            "| T-1 | BLOCKED | Wartet auf den Gleisplan. | A |",
            "| T-2 | BLOCKED | A la espera de confirmaci\u00f3n del plano. | A |",
            "| T-3 | BLOCKED | En attente du plan des voies. | A |",
            "| T-4 | BLOCKED | \u041e\u0436\u0438\u0434\u0430\u0435\u0442 \u0441\u0445\u0435\u043c\u0443 \u043f\u0443\u0442\u0435\u0439. | A |",
            "| T-5 | BLOCKED | \u7b49\u5f85\u8f68\u9053\u56fe\u3002 | A |");
    assertThat(plan.externals())
        .extracting(PlanEdit.ExternalText::key)
        .containsExactly(
            "Gleisplan",
            "confirmaci\u00f3n del plano",
            "plan des voies",
            "\u0441\u0445\u0435\u043c\u0443 \u043f\u0443\u0442\u0435\u0439",
            "\u8f68\u9053\u56fe");
  }
}
