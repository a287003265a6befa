package dev.signalbox.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SprintPageTests {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  @Test
  void linksOfThePastStayInThePast() {
    SprintPage page = page(DAY);
    assertThat(page.heads())
        .extracting(SprintPage.Head::href)
        .hasSize(4)
        .allMatch(href -> href.endsWith("&asOf=2026-03-01"));
    assertThat(page.filterHref("READY"))
        .isEqualTo("/s?view=table&q=state%3Aready&sort=plan&asOf=2026-03-01");
    assertThat(page.flagHref("absent")).endsWith("&asOf=2026-03-01");
  }

  @Test
  void linksOfThePresentNameNoDay() {
    assertThat(page(null).self()).isEqualTo("/s?view=table&q=&sort=plan");
  }

  private static SprintPage page(@Nullable LocalDate asOf) {
    PlanSnapshot none =
        new PlanSnapshot(new ProjectKey("demo"), 1, List.of(), List.of(), List.of());
    return new SprintPage(
        "/s",
        "Sprint",
        "",
        List.of(),
        List.of(),
        Board.of(PlanGraph.of(none), null, TaskFilter.parse(null), "plan"),
        "table",
        "",
        "plan",
        asOf,
        List.of(),
        List.of());
  }
}
