package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.MarkdownLayout;
import java.util.ArrayList;
import java.util.List;

/** Says what a document holds that holds no tasks, so that the refusal can be understood. */
final class Sighting {

  private Sighting() {}

  static String of(Document document) {
    int headings = 0;
    int tables = 0;
    int rows = 0;
    int bullets = 0;
    int paragraphs = 0;
    for (Block block : new MarkdownLayout(new Account(document)).blocks()) {
      switch (block) {
        case Block.Heading heading -> headings++;
        case Block.Table table -> {
          tables++;
          rows += table.rows().size();
        }
        case Block.StrayRow row -> rows++;
        case Block.Item item -> bullets++;
        case Block.Text text -> paragraphs++;
        case Block.Code code -> {}
        case Block.Html html -> {}
      }
    }
    List<String> seen = new ArrayList<>();
    add(headings, "heading", seen);
    add(tables, "table", seen);
    add(rows, "table row", seen);
    add(bullets, "bullet", seen);
    add(paragraphs, "paragraph", seen);
    return "This document holds no tasks: "
        + (seen.isEmpty() ? "no text" : String.join(", ", seen))
        + ", but no row, heading, bullet or checkbox that is a piece of work with a state.";
  }

  private static void add(int count, String what, List<String> seen) {
    if (count > 0) {
      seen.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
