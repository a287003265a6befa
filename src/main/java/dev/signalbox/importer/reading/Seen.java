package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import java.util.List;

/** Says in words what a document holds that holds no tasks. */
final class Seen {

  private Seen() {}

  static String words(List<Block> blocks) {
    long headings = blocks.stream().filter(Block.Heading.class::isInstance).count();
    long entries = blocks.stream().filter(Block.Item.class::isInstance).count();
    long boxes =
        blocks.stream()
            .filter(block -> block instanceof Block.Item item && item.box() != null)
            .count();
    List<Block.Table> tables =
        blocks.stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
    int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
    return "No tasks were found. Seen were %d headings, %d tables with %d rows and %d list entries, %d of them with a box."
        .formatted(headings, tables.size(), rows, entries, boxes);
  }
}
