package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a document says of its dependencies in another form than beside each task - as a matrix, as
 * an order, as pairs - held against what stands beside the tasks.
 */
final class StatedGraph {

  private static final Pattern NO =
      Pattern.compile("[0\\s\\-\u2013\u2014.\u00b7]*|no|n", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN_ON_ROW =
      Pattern.compile(
          "column\\w{0,3}(?: \\w{1,10}){0,2} depends? on (?:the )?row", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDER =
      Pattern.compile(
          "(?iu)\\b(?:order|sequence|reihenfolge|abfolge|orden|secuencia|ordre|s\u00e9quence)\\b|\u043f\u043e\u0440\u044f\u0434\u043e\u043a|\u043f\u043e\u0441\u043b\u0435\u0434\u043e\u0432\u0430\u0442\u0435\u043b\u044c\u043d\u043e\u0441\u0442\u044c|\u987a\u5e8f|\u6b21\u5e8f");
  private static final int SMALLEST = 3;

  private final Document document;
  private final List<Contradiction> found = new ArrayList<>();
  private final Map<String, Set<String>> edges;

  /** Takes the edges that stand beside the tasks, each key with what it waits for. */
  StatedGraph(Document document, Map<String, Set<String>> edges) {
    this.document = document;
    this.edges = edges;
  }

  /** Whether the first row and the first column of a table name keys, and nothing else does. */
  static boolean isMatrix(Document document, Table table) {
    List<Span> titles = table.header().cells();
    if (titles.size() <= SMALLEST || table.rows().size() < 2) {
      return false;
    }
    long keys =
        titles.stream()
            .skip(1)
            .filter(title -> key(document, title).filter(KeyCell::isStrong).isPresent())
            .count();
    return keys == titles.size() - 1L
        && table.rows().stream()
            .allMatch(
                row -> !row.cells().isEmpty() && key(document, row.cells().getFirst()).isPresent());
  }

  /** Whether a numbered list names keys. */
  static boolean hasOrder(Document document, List<Block> blocks) {
    return blocks.stream()
        .anyMatch(
            block ->
                block instanceof Block.Item item
                    && item.ordered()
                    && key(document, item.span()).isPresent());
  }

  private static Optional<String> key(Document document, Span cell) {
    return KeyCell.whole(document, cell).map(KeyCell.Found::key);
  }

  /** Every disagreement found so far. */
  List<Contradiction> contradictions() {
    return List.copyOf(found);
  }

  /** Each cell says whether its row waits for its column, or the other way round if it is said. */
  void compareMatrix(Table matrix) {
    boolean turned = COLUMN_ON_ROW.matcher(document.text()).find();
    List<Span> titles = matrix.header().cells();
    for (Block.Row row : matrix.rows()) {
      String of = key(document, row.cells().getFirst()).orElse("");
      for (int i = 1; i < Math.min(titles.size(), row.cells().size()); i++) {
        String on = key(document, titles.get(i)).orElse("");
        Span cell = row.cells().get(i);
        boolean says = !NO.matcher(document.words(cell)).matches();
        compare(turned ? on : of, turned ? of : on, says, "MATRIX", "The matrix", cell);
      }
    }
  }

  /** Each row says that one task comes from another. */
  void comparePairs(Table pairs, Columns columns) {
    for (Block.Row row : pairs.rows()) {
      Span from = columns.cell(row, Column.FROM);
      Span to = columns.cell(row, Column.TO);
      if (from != null && to != null) {
        compare(
            key(document, to).orElse(""),
            key(document, from).orElse(""),
            true,
            "PAIRS",
            "A table of dependencies",
            from);
      }
    }
  }

  private void compare(String of, String on, boolean says, String source, String who, Span cell) {
    Set<String> beside = edges.get(of);
    if (beside == null || !edges.containsKey(on) || of.equals(on) || beside.contains(on) == says) {
      return;
    }
    found.add(
        new Contradiction(
            of,
            source,
            who
                + " says that "
                + of
                + (says ? " waits for " : " does not wait for ")
                + on
                + ", what stands beside the task "
                + (says ? "does not." : "says that it does."),
            document.place(cell.from()),
            document.shown(cell)));
  }

  /** Finds numbered lists of keys under headings that promise an order. */
  void compareOrders(List<Block> blocks) {
    Map<String, Span> order = new LinkedHashMap<>();
    boolean promised = false;
    for (Block block : blocks) {
      if (promised && block instanceof Block.Item item && item.ordered()) {
        key(document, item.span()).ifPresent(key -> order.putIfAbsent(key, item.span()));
        continue;
      }
      compareOrder(order);
      order.clear();
      if (block instanceof Block.Heading heading) {
        promised = ORDER.matcher(document.words(heading.title())).find();
      }
    }
    compareOrder(order);
  }

  private void compareOrder(Map<String, Span> order) {
    if (order.size() < SMALLEST) {
      return;
    }
    Map<String, Integer> positions = new HashMap<>();
    order.keySet().forEach(key -> positions.put(key, positions.size()));
    order.forEach(
        (key, at) ->
            edges.getOrDefault(key, Set.of()).stream()
                .filter(on -> positions.getOrDefault(on, -1) > positions.getOrDefault(key, 0))
                .forEach(
                    on ->
                        found.add(
                            new Contradiction(
                                key,
                                "ORDER",
                                "The order puts " + key + " before " + on + ", for which it waits.",
                                document.place(at.from()),
                                document.shown(at)))));
  }
}
