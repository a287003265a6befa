package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real versions of one board, under two file names, are one plan with its history. */
class BoardVersionsTests {

  private static String board(String name) throws IOException {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path file = Path.of(data, "plans", "handshake", name);
    if (!Files.exists(file)) {
      Assumptions.abort("skipped: the boards are not there");
    }
    return Files.readString(file);
  }

  private static Set<String> strings(JsonNode list) {
    Set<String> strings = new TreeSet<>();
    list.forEach(one -> strings.add(one.asString()));
    return strings;
  }

  @Test
  void importsTheSecondVersionAsTheNextOfTheFirst() throws IOException {
    JsonNode facts;
    try (InputStream in =
        getClass().getResourceAsStream("/wild/history/handshake-task_board.json")) {
      facts = JsonMapper.builder().build().readTree(in);
    }
    Yard yard = new Yard();
    String home = yard.apply("docs_TASK_BOARD_old1.md", board("docs_TASK_BOARD_old1.md")).sprint();
    Draft next = yard.draft("docs_TASK_BOARD_old2.md", board("docs_TASK_BOARD_old2.md"));
    assertThat(next.sprint()).isEqualTo(home);
    ImportReport report = new Reports(next).write(null, Outcome.PREVIEW, "", 1);
    Set<String> added = new TreeSet<>();
    report.tasks().stream()
        .filter(task -> task.change() == Change.ADDED)
        .forEach(task -> added.add(task.key()));
    assertThat(added).isEqualTo(strings(facts.get("added")));
    assertThat(report.noLongerInDocument())
        .containsExactlyInAnyOrderElementsOf(strings(facts.get("absent")));
    assertThat(report.counts().changed()).isEqualTo(facts.get("changed").size());
    assertThat(next.needsChoice()).isFalse();
  }
}
