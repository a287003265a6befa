package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.graph.rows.Walks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real graphs against answers that others computed. */
class KnownAnswersTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backlog-md-tasks",
        "beads-synthetic",
        "beads-viewer-own",
        "debian-bookworm-source-build-depends",
        "debian-bookworm-source-build-depends-self",
        "debian-closure-gnome-core",
        "npm-redocly-cli-lock"
      })
  void givesTheKnownAnswers(String name) throws IOException {
    var answersFile = GraphFile.folder().resolve(name + ".answers.json");
    Assumptions.assumeTrue(
        Files.exists(answersFile), "skipped: the graphs of SIGNALBOX_DATA are not there");
    JsonNode answers = JSON.readTree(Files.readAllBytes(answersFile));
    GraphFile file = GraphFile.read(name);
    PlanGraph graph = PlanGraph.of(file.snapshot());
    Links links = Links.of(graph.snapshot());
    checkCounts(answers, graph, links);
    checkCircles(answers, graph, links);
    for (JsonNode sample : answers.get("samples")) {
      checkReach(sample, file, graph, links);
    }
  }

  private static void checkCounts(JsonNode answers, PlanGraph graph, Links links) {
    Rows rows = links.declared();
    Rows back = rows.reversed();
    assertThat(graph.all()).hasSize(answers.get("nodes").asInt());
    assertThat(rows.target).hasSize(answers.get("edges").asInt());
    assertThat(most(rows)).isEqualTo(answers.get("max_out_degree").asInt());
    assertThat(most(back)).isEqualTo(answers.get("max_in_degree").asInt());
    assertThat(empty(rows)).isEqualTo(answers.get("nodes_without_dependencies").asInt());
    assertThat(empty(back)).isEqualTo(answers.get("nodes_nobody_depends_on").asInt());
  }

  private static void checkCircles(JsonNode answers, PlanGraph graph, Links links) {
    Components components = new Components(links.declared());
    int[] tasks = new int[components.count()];
    Arrays.fill(tasks, 1);
    int deepest = Arrays.stream(new LongestPath(components, tasks).depth).max().orElse(0);
    List<Integer> larger =
        graph.cycles().stream().map(List::size).filter(size -> size > 1).toList();
    assertThat(components.count()).isEqualTo(answers.get("sccs").asInt());
    assertThat(deepest).isEqualTo(answers.get("longest_path_in_condensation_edges").asInt());
    assertThat(graph.criticalPath()).hasSize(deepest + 1);
    assertThat(larger).hasSize(answers.get("sccs_larger_than_1").asInt());
    assertThat(larger.stream().mapToInt(size -> size).sum())
        .isEqualTo(answers.get("nodes_in_cycles").asInt());
    assertThat(graph.cycles().size() - larger.size()).isEqualTo(answers.get("self_loops").asInt());
    assertThat(graph.cycles().isEmpty()).isEqualTo(answers.get("acyclic").asBoolean());
    int place = 0;
    List<Integer> descending = larger.stream().sorted((one, two) -> two - one).toList();
    for (JsonNode size : answers.get("largest_sccs")) {
      assertThat(descending.get(place++)).isEqualTo(size.asInt());
    }
  }

  private static void checkReach(JsonNode sample, GraphFile file, PlanGraph graph, Links links) {
    String key = file.key(sample.get("node").asString());
    int node = links.nodes().find(key);
    Rows rows = links.declared();
    assertThat(rows.degree(node)).isEqualTo(sample.get("direct_dependencies").asInt());
    assertThat(Walks.reach(rows, node)).hasSize(sample.get("all_dependencies").asInt() + 1);
    assertThat(rows.reversed().degree(node)).isEqualTo(sample.get("direct_dependents").asInt());
    assertThat(graph.heldBy(key)).hasSize(sample.get("all_dependents").asInt());
  }

  private static int most(Rows rows) {
    int most = 0;
    for (int node = 0; node < rows.nodes(); node++) {
      most = Math.max(most, rows.degree(node));
    }
    return most;
  }

  private static int empty(Rows rows) {
    int empty = 0;
    for (int node = 0; node < rows.nodes(); node++) {
      empty += rows.degree(node) == 0 ? 1 : 0;
    }
    return empty;
  }
}
