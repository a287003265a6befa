package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SprintDocumentWriterTests {

  private static final List<String> WORDS =
      List.of(
          "crane",
          "quay",
          "lays",
          "the",
          "\u00fcber",
          "a|b",
          "`x | y`",
          "50%",
          "(soon)",
          "Pier;",
          "ok.");
  private static final int PLANS = 300;

  private static PlanEdit read(String text, List<String> known) {
    ParsedPlan plan =
        PlanReader.withAllDialects().read(Document.ofText(text), "sprint-document").plan();
    return Resolution.of(plan, known).document();
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    Random random = new Random(20260102);
    for (int i = 0; i < PLANS; i++) {
      PlanEdit plan = plan(random);
      SprintDocumentWriter.Sheet sheet = SprintDocumentWriter.write(plan);
      assertThat(sheet.unwritten()).as("plan %d:%n%s", i, sheet.text()).isEmpty();
      PlanEdit back = read(sheet.text(), List.of());
      assertThat(back.sprint()).isEqualTo(plan.sprint());
      assertThat(back.risks()).isEqualTo(plan.risks());
      assertThat(back.log()).hasSameSizeAs(plan.log());
      assertThat(back.tasks().stream().map(t -> bare(t)).toList()).isEqualTo(plan.tasks());
    }
  }

  @Test
  void theDocumentOfAReadPlanIsItsOwnExport() {
    String once = SprintDocumentWriter.write(read(PlanFixture.sample(), List.of())).text();
    String twice = SprintDocumentWriter.write(read(once, List.of())).text();
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void theSeedSaysTheSameInIt() {
    PlanEdit seed = read(new String(PlanFixture.seed(), StandardCharsets.UTF_8), List.of());
    SprintDocumentWriter.Sheet sheet = SprintDocumentWriter.write(seed);
    assertThat(sheet.unwritten()).isEmpty();
    assertThat(read(sheet.text(), List.of())).isEqualTo(seed);
  }

  @Test
  void saysWhatADocumentCannotSay() {
    TaskText task =
        new TaskText(
            new TaskKey("A-1"),
            "Lay it. Dependencies: A-2.",
            TaskState.TODO,
            null,
            List.of("One, Two"),
            "",
            List.of(),
            List.of());
    SprintText sprint = new SprintText("9", "Nine", "", "", List.of());
    SprintDocumentWriter.Sheet sheet =
        SprintDocumentWriter.write(
            new PlanEdit(sprint, List.of(task), List.of(), List.of(), List.of()));
    assertThat(sheet.unwritten())
        .extracting(Written.Unwritten::field)
        .containsExactlyInAnyOrder("TEXT", "OWNERS", "DEPENDENCIES");
  }

  private static TaskText bare(TaskText task) {
    return new TaskText(
        task.key(),
        task.text(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.source(),
        task.dependsOn(),
        List.of());
  }

  private static PlanEdit plan(Random random) {
    SprintText sprint =
        new SprintText(
            Integer.toString(1 + random.nextInt(900)),
            "Plan " + words(random, 2).replace(".", ""),
            random.nextBoolean() ? "" : "[Harbour] Part " + random.nextInt(9),
            random.nextBoolean() ? "" : words(random, 9),
            random.nextBoolean() ? List.of() : List.of("Sprint 3 - One", "Sprint 4 - Two"));
    List<TaskText> tasks = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      tasks.add(task(random, i));
    }
    List<LogText> log = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      log.add(new LogText(day(random), i + " " + words(random, 6), "Ann", false, false));
    }
    List<RiskText> risks = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      risks.add(new RiskText(i + " " + words(random, 5).replace("|", "/") + "."));
    }
    return new PlanEdit(sprint, tasks, List.of(), log, risks);
  }

  private static TaskText task(Random random, int index) {
    List<String> dependsOn = new ArrayList<>();
    for (int i = 0; i < index && dependsOn.size() < 3; i++) {
      if (random.nextInt(3) == 0) {
        dependsOn.add("HRB-0" + i + "-001");
      }
    }
    return new TaskText(
        new TaskKey("HRB-0" + index + "-001"),
        words(random, 8),
        TaskState.values()[random.nextInt(TaskState.values().length)],
        random.nextBoolean() ? day(random) : null,
        List.of("Dock Guild", "Crane Guild").subList(0, random.nextInt(3)),
        random.nextBoolean() ? "ops/dock" : "",
        dependsOn,
        List.of());
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    words.add("Lay");
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }
}
