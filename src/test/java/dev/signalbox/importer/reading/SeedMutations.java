package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Damages a document of the seed's shape as people and tools do; the same for the same seed. */
final class SeedMutations {

  /** Kinds of damage; several of them may meet in one document. */
  enum Damage {
    CUT,
    JOINED,
    SHUFFLED_COLUMNS,
    DOUBLED_ROW,
    LOST_PIPE,
    BLANK_LINES,
    LOOK_ALIKE_DASHES,
    HALVES_SWAPPED,
    CRLF,
    BOM,
    FLATTENED
  }

  private static final String[] DASHES = {"‐", "‑", "‒", "–", "—", "−"};

  private final Random random;
  private final List<String> head;
  private final List<String> rows;
  private final List<String> tail;
  private String separator = "\n";
  private boolean bom;
  private boolean flat;
  private boolean swapped;
  private int cut;

  private SeedMutations(String document, Random random) {
    this.random = random;
    List<String> lines = document.lines().toList();
    int first = 0;
    while (!lines.get(first).startsWith("DEVOPS-")) {
      first++;
    }
    int end = first;
    while (lines.get(end).startsWith("DEVOPS-")) {
      end++;
    }
    this.head = new ArrayList<>(lines.subList(0, first));
    this.rows = new ArrayList<>(lines.subList(first, end));
    this.tail = new ArrayList<>(lines.subList(end, lines.size()));
  }

  /**
   * One damaged document.
   *
   * @param damages what was done to it, for the message of a failed test
   */
  record Damaged(String text, List<Damage> damages) {}

  /** The document with one to three kinds of damage. */
  static Damaged of(String document, long seed) {
    Random random = new Random(seed);
    List<Damage> all = new ArrayList<>(Arrays.asList(Damage.values()));
    Collections.shuffle(all, random);
    return of(document, random, all.subList(0, 1 + random.nextInt(3)));
  }

  /** The document with these damages. */
  static Damaged of(String document, Random random, List<Damage> damages) {
    SeedMutations mutations = new SeedMutations(document, random);
    damages.forEach(mutations::apply);
    return new Damaged(mutations.text(), List.copyOf(damages));
  }

  private void apply(Damage damage) {
    switch (damage) {
      case CUT -> cut = 1 + random.nextInt(400);
      case JOINED -> {
        int at = random.nextInt(rows.size() - 1);
        rows.set(at, rows.get(at) + " " + rows.remove(at + 1));
      }
      case SHUFFLED_COLUMNS -> shuffleColumns();
      case DOUBLED_ROW -> {
        String row = rows.get(random.nextInt(rows.size()));
        String other = random.nextBoolean() ? row : row.replace("| DONE", "| BLOCKED");
        rows.add(random.nextInt(rows.size() + 1), other);
      }
      case LOST_PIPE -> {
        for (int i = random.nextInt(3); i >= 0; i--) {
          losePipe(random.nextInt(rows.size()));
        }
      }
      case BLANK_LINES -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          rows.add(random.nextInt(rows.size() + 1), "");
        }
      }
      case LOOK_ALIKE_DASHES -> {
        String dash = DASHES[random.nextInt(DASHES.length)];
        boolean everywhere = random.nextBoolean();
        rows.replaceAll(row -> everywhere || random.nextInt(4) == 0 ? dashed(row, dash) : row);
      }
      case HALVES_SWAPPED -> swapped = true;
      case CRLF -> separator = "\r\n";
      case BOM -> bom = true;
      case FLATTENED -> flat = true;
    }
  }

  private void losePipe(int at) {
    String row = rows.get(at);
    List<Integer> pipes = new ArrayList<>();
    for (int i = row.indexOf('|'); i >= 0; i = row.indexOf('|', i + 1)) {
      pipes.add(i);
    }
    if (!pipes.isEmpty()) {
      int pipe = pipes.get(random.nextInt(pipes.size()));
      rows.set(at, row.substring(0, pipe) + row.substring(pipe + 1));
    }
  }

  private void shuffleColumns() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(order, random);
    head.replaceAll(line -> line.contains(" | ") ? reordered(line, order) : line);
    rows.replaceAll(line -> reordered(line, order));
  }

  private static String reordered(String line, List<Integer> order) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != order.size()) {
      return line;
    }
    return order.stream().map(i -> cells[i]).collect(Collectors.joining(" | "));
  }

  private static String dashed(String row, String dash) {
    return java.util.regex.Pattern.compile("DEVOPS-[A-Z0-9-]+")
        .matcher(row)
        .replaceAll(key -> key.group().replace("-", dash));
  }

  private String text() {
    List<String> lines = new ArrayList<>(head);
    lines.addAll(rows);
    lines.addAll(tail);
    String text = String.join(separator, lines) + separator;
    text = flat ? PlanFixture.flat(text) : text;
    if (cut > 0) {
      int from = random.nextInt(text.length() - cut);
      text = text.substring(0, from) + text.substring(from + cut);
    }
    if (swapped) {
      int middle = text.length() / 4 + random.nextInt(text.length() / 2);
      text = text.substring(middle) + text.substring(0, middle);
    }
    return bom ? "\ufeff" + text : text;
  }
}
