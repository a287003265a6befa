package dev.signalbox.graph.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.Explained;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What goes out in other tools' formats, with texts that try to break out of them. */
class FormatTests {

  private static final String EVIL = "a \"b\" | [c] <d> `e` ```\n\\ {f} & #g * _h_";

  private static final PlanGraph GRAPH =
      PlanGraph.of(
          new PlanSnapshot(
              new ProjectKey("demo"),
              7,
              List.of(new Sprint("S", "Title | of [it]", "", false, List.of())),
              List.of(
                  task("A", TaskState.BLOCKED, List.of(EVIL), List.of()),
                  task("B", TaskState.TODO, List.of("A", "D"), List.of()),
                  task("C", TaskState.TODO, List.of("A", "B"), List.of(words())),
                  task("D", TaskState.DONE, List.of(), List.of()),
                  task("E", TaskState.TODO, List.of("C"), List.of())),
              List.of(
                  new External(EVIL, ExternalKind.ARTEFACT, EVIL, "Yard | Guild", null, false))));

  private static Task task(
      String key, TaskState state, List<String> dependsOn, List<Blocker> blockers) {
    return new Task(
        new TaskKey(key), EVIL, "S", state, null, List.of(), dependsOn, blockers, false, 1);
  }

  private static Blocker words() {
    return new Blocker(1, BlockerClass.DECISION, EVIL, null, null, Standing.PROPOSED, 60);
  }

  private static Explained explained() {
    return GRAPH.explained("C").orElseThrow();
  }

  @Test
  void writesATreeOfText() {
    String text = TreeText.of(explained());

    assertThat(text.lines().toList())
        .satisfies(lines -> assertThat(lines.getFirst()).startsWith("C (BLOCKED): "))
        .anySatisfy(line -> assertThat(line).startsWith("├─ [ ] A (BLOCKED)"))
        .anySatisfy(line -> assertThat(line).startsWith("│  └─ [ ] a \"b\""))
        .anySatisfy(line -> assertThat(line).contains("[x] D (DONE): done"))
        .anySatisfy(line -> assertThat(line).contains("(decision, proposed, 60 % sure)"))
        .anySatisfy(line -> assertThat(line).startsWith("1. a \"b\"").contains("frees now A"));
  }

  @Test
  void writesMermaidThatNoLabelBreaks() {
    String text = TreeDiagram.mermaid(explained().tree());

    assertThat(text).startsWith("flowchart LR\n");
    assertThat(text.lines().skip(1))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("  n\\d+\\[\"[^\"\\[\\]|`]*\"\\]|  n\\d+ (-->|-\\.->) n\\d+"));
    assertThat(text).contains("a #quot;b#quot; #124; #91;c#93;").contains("-.->");
  }

  @Test
  void writesDotThatNoLabelBreaks() throws IOException {
    var whole = new StringBuilder();
    PlanPlot.dot(GRAPH.map(), whole);
    for (String text : List.of(TreeDiagram.dot(explained().tree()), whole.toString())) {
      assertThat(text).startsWith("digraph ").endsWith("}\n");
      assertThat(text).contains("a \\\"b\\\" | [c]").contains("```");
      String outside = text.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
      assertThat(outside).doesNotContain("[c]").doesNotContain("\\");
    }
  }

  @Test
  void writesGraphMlThatAParserReads() throws Exception {
    var text = new StringBuilder();
    PlanPlot.graphml(GRAPH.map(), text);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(GRAPH.map().size());
    assertThat(document.getElementsByTagName("edge").getLength()).isEqualTo(GRAPH.map().edges());
    assertThat(document.getElementsByTagName("data").item(3).getTextContent())
        .isEqualTo(EVIL.replace('\n', ' '));
  }

  @Test
  void leavesOutWhatXmlCannotHold() {
    assertThat(Escapes.xml("a\u0000b\u0007\uD800\uFFFEc<")).isEqualTo("a b c&lt;");
  }

  @Test
  void writesTheMermaidOfAWholePlan() throws IOException {
    var text = new StringBuilder();
    PlanPlot.mermaid(GRAPH.map(), text);

    assertThat(text.toString().lines()).hasSize(1 + GRAPH.map().size() + GRAPH.map().edges());
  }

  @Test
  void writesTheBlockedTreeThatTeamsKeepByHand() {
    String text = BlockedTreeText.of(GRAPH.blockedTree("S").orElseThrow());

    assertThat(text)
        .startsWith("# Blocked tree of sprint S: Title \\| of \\[it\\]\n")
        .contains("Generated from version 7 of the plan.")
        .contains("| BLOCKED | 4 |")
        .contains("| Yard \\| Guild | 4 | 2 | 4 | A |")
        .contains("├── B [BLOCKED]")
        .contains("(see above)");
    List<String> lines = text.lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("```"))).hasSize(2);
    assertThat(text).contains("artefact a \"b\" | [c] <d> `e` ''' \\");
    assertThat(GRAPH.blockedTree("none")).isEmpty();
  }
}
