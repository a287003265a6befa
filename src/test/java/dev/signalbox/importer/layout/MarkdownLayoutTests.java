package dev.signalbox.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownLayoutTests {

  private Document document = Document.ofText("x");

  private List<Block> blocks(String text) {
    document = Document.ofText(text);
    return new MarkdownLayout(new Account(document)).blocks();
  }

  private String raw(Span span) {
    return document.raw(span);
  }

  private List<List<String>> cells(Block block) {
    return ((Block.Table) block)
        .rows().stream().map(row -> row.cells().stream().map(this::raw).toList()).toList();
  }

  @Test
  void findsBlocksOfEachKind() {
    List<Block> blocks =
        blocks("# Yard\n\nWords.\n\n- one\n\n```\n| a | b |\n```\n\n<div>x</div>\n\nTwo\n---\n");
    assertThat(blocks)
        .extracting(block -> block.getClass().getSimpleName())
        .containsExactly("Heading", "Text", "Item", "Code", "Html", "Heading");
    assertThat(raw(((Block.Heading) blocks.getLast()).title())).isEqualTo("Two");
  }

  @Test
  void findsEntriesWithTheirDepthBoxAndFurtherLines() {
    List<Block> blocks =
        blocks("- [ ] lay\n  the track\n  - [x] paint\n\n    dry it\n- [link](u) no box\n1. go\n");
    assertThat(blocks).hasSize(5);
    Block.Item lay = (Block.Item) blocks.get(0);
    assertThat(raw(lay.span())).isEqualTo("lay\n  the track");
    assertThat(raw(lay.box())).isEqualTo(" ");
    Block.Item paint = (Block.Item) blocks.get(1);
    assertThat(paint.depth()).isEqualTo(2);
    assertThat(raw(paint.box())).isEqualTo("x");
    assertThat(((Block.Text) blocks.get(2)).depth()).isEqualTo(2);
    assertThat(((Block.Item) blocks.get(3)).box()).isNull();
    assertThat(((Block.Item) blocks.get(4)).ordered()).isTrue();
  }

  @Test
  void takesRowsBelowABlankLineIntoTheTable() {
    String text = "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n\n| 5 | 6 | 7 |\n";
    List<Block> blocks = blocks(text);
    assertThat(cells(blocks.getFirst())).containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(blocks.getLast()).isInstanceOf(Block.StrayRow.class);
  }

  @Test
  void takesRowsWithoutOuterPipesBelowABlankLineIntoTheTable() {
    List<Block> blocks = blocks("A | B | C\n--|--|--\n1 | 2 | 3\n\n4 | 5 | 6\n");
    assertThat(cells(blocks.getFirst())).hasSize(2);
    assertThat(blocks("A | B\n--|--\n1 | 2\n\nthis | that\n")).hasSize(2);
  }

  @Test
  void findsATableWhoseDashesDoNotFitItsHeader() {
    List<Block> blocks = blocks("Above.\n| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n");
    assertThat(blocks).hasSize(2);
    assertThat(cells(blocks.getLast())).containsExactly(List.of("1", "2", "3"));
  }

  @Test
  void keepsPipesInCodeWhereTheNumberOfCellsFitsOnlySo() {
    String table = "| A | B |\n|---|---|\n";
    assertThat(cells(blocks(table + "| `x|y` | z |\n").getFirst()))
        .containsExactly(List.of("`x|y`", "z"));
    assertThat(cells(blocks(table + "| `x|y` |\n").getFirst()))
        .containsExactly(List.of("`x", "y`"));
    assertThat(cells(blocks(table + "| a \\| b | c |\n").getFirst()))
        .containsExactly(List.of("a \\| b", "c"));
  }

  @Test
  void keepsYamlAtTheStartOutOfTheText() {
    List<Block> blocks = blocks("---\ntitle: x\n---\n\n# Head\n");
    assertThat(((Block.Code) blocks.getFirst()).language()).isEqualTo(Block.Code.FRONT_MATTER);
    assertThat(blocks.getLast()).isInstanceOf(Block.Heading.class);
    assertThat(blocks("---\n\nwords: x\n---\n").getFirst()).isInstanceOf(Block.Heading.class);
  }
}
