package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildTableTests {

  private static ParsedPlan read(String text) {
    return PlanReader.withAllDialects().read(Document.ofText(text), "markdown-table").plan();
  }

  private static List<String> keysAndStates(ParsedPlan plan) {
    return plan.tasks().stream()
        .map(task -> task.key().value().value() + " " + task.state().value())
        .toList();
  }

  private static List<OddityCode> codes(ParsedPlan plan) {
    return plan.oddities().stream().map(odd -> odd.code()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Nr | Aufgabe | Verantwortlich | Abhängigkeiten | Stand |#erledigt#in Arbeit",
        "| N° | Tâche | Responsable | Dépend de | Statut |#terminé#en cours",
        "| Nº | Tarea | Responsable | Depende de | Estado |#hecho#en curso",
        "| № | Задача | Исполнитель | Зависит от | Статус |#готово#в работе",
        "| 编号 | 任务 | 负责人 | 依赖 | 状态 |#已完成#进行中",
        "| ID | Gadget | Lead | Key dependency / next step | Whatever |#✅ Completed#🚧"
      })
  void findsColumnsInManyLanguages(String form) {
    String[] parts = form.split("#", -1);
    String table =
        parts[0]
            + "\n|---|---|---|---|---|\n| A-1 | Lay | Ann | - | "
            + parts[1]
            + " |\n| A-2 | Hang | Bob & Cy | A-1 | "
            + parts[2]
            + " |\n";
    ParsedPlan plan = read(table);
    assertThat(keysAndStates(plan)).containsExactly("A-1 DONE", "A-2 DOING");
    assertThat(plan.tasks().getLast().owners()).hasSize(2);
    assertThat(plan.tasks().getLast().dependsOn()).extracting(Read::value).containsExactly("A-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "**DONE — frozen**#DONE#DONE",
        "BLOCKED (2025-10-27)#BLOCKED#BLOCKED",
        "✅ Completed#DONE#✅ Completed",
        "🔄 **IN PROGRESS**#DOING#🔄 **IN PROGRESS**",
        "NOT_STARTED#TODO#NOT_STARTED",
        "`[VALIDATED]`#DONE#VALIDATED",
        "100%#DONE#100%",
        "40 %#DOING#40 %",
        "waiting for review of the map#DOING#waiting for review",
        "waiting for the map#BLOCKED#waiting for",
        "not done#TODO#not done",
        "![x](https://img.shields.io/badge/status-done-green)#DONE#done",
        "noch nicht begonnen#TODO#noch nicht begonnen"
      })
  void readsStatesWithExactlyTheirCharacters(String cell, TaskState state, String said) {
    String text = "| ID | Task | Status |\n|---|---|---|\n| A-1 | Lay | " + cell + " |\n";
    Task task = read(text).tasks().getFirst();
    assertThat(task.state().value()).isEqualTo(state);
    assertThat(text.substring(task.state().span().from(), task.state().span().to()))
        .isEqualTo(said);
  }

  @Test
  void letsALegendOverrideItsSigns() {
    String legend = "Legend: 🟢 = not started | 🔴 = done\n\n";
    String table = "| ID | Task | Status |\n|---|---|---|\n| A-1 | Lay | 🟢 |\n| A-2 | Go | 🔴 |\n";
    assertThat(keysAndStates(read(legend + table))).containsExactly("A-1 TODO", "A-2 DONE");
    assertThat(keysAndStates(read(table))).containsExactly("A-1 DONE", "A-2 BLOCKED");
  }

  @Test
  void takesTheStateFromTheHeadingOfATable() {
    String head = "\n\n| Tarea | Equipo |\n|---|---|\n";
    ParsedPlan plan =
        read(
            "## En progreso"
                + head
                + "| `A-1` - Lay | Yard |\n\n## Hecho"
                + head
                + "| `A-2` - Go | Yard |\n\n## Inbox"
                + head);
    assertThat(keysAndStates(plan)).containsExactly("A-1 DOING", "A-2 DONE");
    assertThat(plan.tasks().getFirst().text().value()).isEqualTo("Lay");
    assertThat(plan.tasks().getFirst().state().span().isEmpty()).isTrue();
  }

  @Test
  void derivesKeysThatNeitherPlaceNorStateChanges() {
    String head = "| Task | Owner(s) | Notes |\n|---|---|---|\n";
    String lay = "| Lay the track | @ann | |\n";
    String hang = "| Hang the signals | @bob @cy | ![Complete][] |\n";
    ParsedPlan plan = read(head + lay + hang);
    assertThat(keysAndStates(plan)).containsExactly("lay-the-track TODO", "hang-the-signals DONE");
    assertThat(plan.tasks().getLast().owners()).hasSize(2);
    assertThat(keysAndStates(read(head + hang.replace("![Complete][]", "") + lay)))
        .containsExactly("hang-the-signals TODO", "lay-the-track TODO");
  }

  @Test
  void leavesTablesThatHoldNoTasksAndSaysWhy() {
    String tasks = "| ID | Status |\n|---|---|\n| A-1 | done |\n";
    for (String other :
        List.of(
            "| Phase | Content | Status |\n|---|---|---|\n| 1 | x | done |\n",
            "| Metric | Value | Status |\n|---|---|---|\n| x | 1 | done |\n",
            "| Story | To Do | In Progress | Done |\n|---|---|---|---|\n| US-1 | 1 | 2 | 3 |\n",
            "| Team | Support level | Notes |\n|---|---|---|\n| x | small | y |\n")) {
      ParsedPlan plan = read(tasks + "\n## More\n\n" + other);
      assertThat(keysAndStates(plan)).as(other).containsExactly("A-1 DONE");
      assertThat(codes(plan)).as(other).contains(OddityCode.TABLE_NOT_READ);
    }
  }

  @Test
  void fillsUpAShortRowOnlyWhereNothingThatCountsIsLost() {
    String head = "| ID | Status | Task | Owner |\n|---|---|---|---|\n| A-1 | done | Lay | Ann |\n";
    assertThat(codes(read(head + "| A-2 | todo | Go |\n"))).contains(OddityCode.ROW_FILLED_UP);
    assertThat(codes(read(head + "| A-2 | todo |\n"))).contains(OddityCode.ROW_TOO_SHORT);
    assertThat(codes(read(head + "| A-2 | Go | Ann |\n"))).contains(OddityCode.ROW_TOO_SHORT);
  }

  @Test
  void saysWhereTwoTablesAndAHeadingDisagree() {
    String main =
        "| ID | Task | Depends On | Status |\n|---|---|---|---|\n"
            + "| A-1 | Lay | - | todo |\n| A-2 | Go | A-1 | todo |\n| A-3 | Run | A-2 | todo |\n";
    String second =
        "\n## Files\n\n| Task | Status |\n|---|---|\n| A-1 x | doing |\n| A-1 y | doing |\n";
    ParsedPlan plan = read(main + second + "\n### A-2: Go ✅ DONE\n");
    assertThat(plan.tasks()).hasSize(3);
    assertThat(plan.contradictions())
        .extracting(Contradiction::task, Contradiction::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A-1", "TABLE"),
            org.assertj.core.groups.Tuple.tuple("A-2", "HEADING"));
  }

  @Test
  void holdsAMatrixAndAnOrderAgainstTheTable() {
    String main =
        "| ID | Task | Depends On | Status |\n|---|---|---|---|\n"
            + "| A-1 | Lay | - | todo |\n| A-2 | Go | A-1 | todo |\n| A-3 | Run | A-2 | todo |\n";
    String matrix =
        "\n## Matrix\n\n| x | A-1 | A-2 | A-3 |\n|---|---|---|---|\n"
            + "| A-1 | 0 | 0 | 0 |\n| A-2 | 1 | 0 | 0 |\n| A-3 | 0 | 1 | 0 |\n";
    String order = "\n## Execution order\n\n1. A-1\n2. A-2\n3. A-3\n";
    assertThat(read(main + matrix + order).contradictions()).isEmpty();
    String turned = matrix.replace("| A-3 | 0 | 1 |", "| A-3 | 1 | 1 |");
    String swapped = order.replace("1. A-1\n2. A-2", "1. A-2\n2. A-1");
    assertThat(
            read(main + turned + swapped).contradictions().stream()
                .map(one -> one.task() + " " + one.source())
                .collect(Collectors.toList()))
        .containsExactly("A-3 MATRIX", "A-2 ORDER");
  }

  @Test
  void readsFiveThousandRowsInTime() {
    StringBuilder text =
        new StringBuilder("| ID | Task | Depends On | Status |\n|---|---|---|---|\n");
    for (int i = 1; i <= 5_000; i++) {
      text.append("| A-%d | Lay %d | A-%d | todo |%n".formatted(i, i, Math.max(1, i - 1)));
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(read(text.toString()).tasks()).hasSize(5_000));
  }

  @Test
  void takesNoSprintForATask() {
    ParsedPlan plan =
        read(
            "| ID | Task | Status |\n|---|---|---|\n| AB-1 | Mend the gate | done |\n\n"
                + "| Learnt in | Used in | Lesson | Owner |\n|---|---|---|---|\n"
                + "| Sprint 1 | Sprint 2 | Oil first | Ann |\n"
                + "| Sprint 2 | Sprint 3 | Oil last | Ann |\n");
    assertThat(keysAndStates(plan)).containsExactly("AB-1 DONE");
    assertThat(codes(plan)).contains(OddityCode.TABLE_NOT_READ);
  }
}
