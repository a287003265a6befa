package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SprintDocumentTests {

  private static PlanReader.Reading read(String text) {
    return PlanReader.withAllDialects()
        .read(Document.of(text.getBytes(StandardCharsets.UTF_8)), null);
  }

  private static PlanEdit meant(String text) {
    return Resolution.of(read(text).plan(), List.of()).document();
  }

  private static String seed() {
    return new String(PlanFixture.seed(), StandardCharsets.UTF_8);
  }

  private static void hasTheShape(String text) {
    PlanReader.Reading reading = read(text);
    ParsedPlan plan = reading.plan();
    assertThat(reading.dialect()).isEqualTo("sprint-document");
    assertThat(reading.confidence().percent()).isEqualTo(100);
    assertThat(plan.oddities()).noneMatch(Oddity::isFatal);
    assertThat(plan.tasks()).hasSize(25);
    Map<TaskState, Long> states =
        plan.tasks().stream()
            .collect(Collectors.groupingBy(t -> t.state().value(), Collectors.counting()));
    assertThat(states)
        .isEqualTo(Map.of(TaskState.DONE, 15L, TaskState.BLOCKED, 8L, TaskState.TODO, 2L));
    assertThat(plan.log()).hasSize(18);
    assertThat(plan.log()).filteredOn(ParsedPlan.LogRow::repeated).hasSize(2);
    assertThat(plan.log()).filteredOn(ParsedPlan.LogRow::stranded).hasSize(1);
    assertThat(plan.log()).allMatch(row -> row.on() != null && row.owner().equals("Implementer"));
    assertThat(plan.risks()).hasSize(2);
    assertThat(plan.tasks())
        .filteredOn(t -> t.state().value() == TaskState.BLOCKED && t.stateDate() == null)
        .extracting(t -> t.key().value().value())
        .containsExactly("DEVOPS-LNM-TOOLING-22-000");
    assertThat(plan.oddities())
        .extracting(Oddity::code)
        .containsExactlyInAnyOrder(
            OddityCode.UNPLACED_TEXT,
            OddityCode.UNDATED_BLOCKED,
            OddityCode.STRANDED_LOG_ROW,
            OddityCode.REPEATED_LOG_ROW,
            OddityCode.REPEATED_LOG_ROW);
    PlanEdit edit = meant(text);
    assertThat(edit.externals())
        .filteredOn(e -> e.kind() == ExternalKind.TASK)
        .extracting(PlanEdit.ExternalText::key)
        .containsExactly(
            "DEVOPS-EXPORT-35-001",
            "DEVOPS-OBS-50-002",
            "SCAN-DETER-186-009",
            "SCAN-DETER-186-010",
            "SYMS-SERVER-401-011",
            "SYMS-SERVER-401-013");
    assertThat(edit.externals())
        .filteredOn(e -> e.kind() == ExternalKind.ARTEFACT)
        .filteredOn(e -> "Findings Ledger Guild".equals(e.owner()))
        .hasSize(5);
    assertThat(edit.externals()).filteredOn(e -> e.kind() == ExternalKind.SPRINT).hasSize(1);
    assertThat(edit.tasks()).filteredOn(t -> !t.blockers().isEmpty()).hasSize(9);
    assertThat(edit.tasks()).allMatch(t -> t.source().equals("ops/devops"));
    assertThat(edit.sprint().key()).isEqualTo("505");
  }

  @Test
  void readsTheSampleWithLineBreaks() {
    hasTheShape(PlanFixture.sample());
  }

  @Test
  void readsTheFlattenedSample() {
    hasTheShape(PlanFixture.flatSample());
    assertThat(meant(PlanFixture.flatSample())).isEqualTo(meant(PlanFixture.sample()));
  }

  @Test
  void readsTheSeed() {
    hasTheShape(seed());
    PlanEdit.SprintText sprint = meant(seed()).sprint();
    assertThat(sprint.title()).isEqualTo("Ops & Offline \u00b7 190.B) Ops Devops.III");
    assertThat(sprint.section()).isEqualTo("[Ops & Offline] 190.B) Ops Devops.III");
    assertThat(sprint.summary()).isEqualTo("Ops & Offline focus on Ops Devops (phase III).");
    assertThat(sprint.dependsOn()).containsExactly("Sprint 190.B - Ops Devops.II");
  }

  @Test
  void readsTheSeedWithLineBreaksAsTheSamePlan() {
    assertThat(meant(PlanFixture.seedWithLineBreaks())).isEqualTo(meant(seed()));
    assertThat(meant(PlanFixture.seedWithLineBreaks().replace("\n", "\r\n")))
        .isEqualTo(meant(seed()));
    assertThat(meant("\ufeff" + seed())).isEqualTo(meant(seed()));
  }

  @Test
  void theSampleDiffersFromTheSeedInWordsOnly() {
    List<PlanEdit.TaskText> ours = meant(PlanFixture.sample()).tasks();
    List<PlanEdit.TaskText> theirs = meant(seed()).tasks();
    for (int i = 0; i < ours.size(); i++) {
      PlanEdit.TaskText our = ours.get(i);
      PlanEdit.TaskText their = theirs.get(i);
      assertThat(List.of(our.key(), our.state(), our.owners(), our.dependsOn()))
          .isEqualTo(List.of(their.key(), their.state(), their.owners(), their.dependsOn()));
      assertThat(our.stateDate()).isEqualTo(their.stateDate());
      assertThat(our.text()).isNotEqualTo(their.text());
      assertThat(our.blockers())
          .extracting(PlanEdit.BlockerText::kind)
          .as(our.key().value())
          .isEqualTo(their.blockers().stream().map(PlanEdit.BlockerText::kind).toList());
    }
  }

  @Test
  void readsWhatHoldsEachTask() {
    Map<String, List<String>> held =
        meant(seed()).tasks().stream()
            .filter(t -> !t.blockers().isEmpty())
            .collect(
                Collectors.toMap(
                    t -> t.key().value(),
                    t -> t.blockers().stream().map(b -> b.kind() + " " + b.reason()).toList()));
    assertThat(held.get("DEVOPS-LNM-22-002"))
        .containsExactly(
            "UPSTREAM_TASK Blocked on DEVOPS-LNM-TOOLING-22-000",
            "AWAITED_ARTEFACT Blocked on Excititor storage migration");
    assertThat(held.get("DEVOPS-LEDGER-PACKS-42-002-REL"))
        .containsExactly(
            "AWAITED_ARTEFACT Once OAS arrive", "AWAITED_ARTEFACT Once storage contract arrive");
    assertThat(held.get("DEVOPS-LNM-TOOLING-22-000")).hasSize(2);
    assertThat(held.get("DEVOPS-LEDGER-OAS-61-002-REL")).hasSize(1);
    PlanEdit.BlockerText upstream =
        meant(seed()).tasks().stream()
            .filter(t -> t.key().value().equals("DEVOPS-LNM-22-001"))
            .findFirst()
            .orElseThrow()
            .blockers()
            .getFirst();
    assertThat(upstream.awaits()).isEqualTo("DEVOPS-LNM-TOOLING-22-000");
    assertThat(upstream.kind()).isEqualTo(BlockerClass.UPSTREAM_TASK);
    assertThat(upstream.since()).isEqualTo("2025-10-27");
  }

  @Test
  void resolvesKeysWithoutTheirSuffixToTheReleaseTasks() {
    Resolution.Resolved resolved = Resolution.of(read(seed()).plan(), List.of());
    assertThat(resolved.claims())
        .filteredOn(claim -> claim.origin() == ParsedPlan.Claim.Origin.RISKS)
        .extracting(ParsedPlan.Claim::key)
        .containsExactly(
            "DEVOPS-LEDGER-OAS-61-001-REL",
            "DEVOPS-LEDGER-OAS-61-002-REL",
            "DEVOPS-LEDGER-OAS-62-001-REL",
            "DEVOPS-LEDGER-OAS-63-001-REL",
            "DEVOPS-LEDGER-PACKS-42-001-REL",
            "DEVOPS-LEDGER-PACKS-42-002-REL");
  }

  @Test
  void remembersThePlaceOfEachField() {
    String text = PlanFixture.sample();
    ParsedPlan.Task task = read(text).plan().tasks().get(1);
    assertThat(text.substring(task.key().place().offset())).startsWith("DEVOPS-EXPORT-37-001");
    assertThat(task.key().place().line()).isEqualTo(12);
    assertThat(task.key().place().column()).isEqualTo(1);
    assertThat(text.substring(task.dependsOn().getFirst().place().offset()))
        .startsWith("DEVOPS-EXPORT-36-001.");
    assertThat(text.substring(task.owners().get(1).place().offset())).startsWith("Exporter");
  }
}
