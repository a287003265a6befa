package dev.signalbox.importer.merge;

import dev.signalbox.importer.reading.ParsedPlan;
import java.util.List;

/**
 * How many tasks a document and a sprint share. Keys count that have letters and digits; where
 * either side has none of those, all do.
 */
record Overlap(int shared, int document, int sprint, boolean strong) {

  private static final int HALF = 2;
  private static final int THIRD = 3;
  private static final int QUARTER = 4;

  static Overlap of(ParsedPlan plan, List<String> own) {
    List<String> written = plan.tasks().stream().map(t -> t.key().value().value()).toList();
    List<String> strongWritten = written.stream().filter(KeyShape::isStrong).toList();
    List<String> strongOwn = own.stream().filter(KeyShape::isStrong).toList();
    boolean strong = !strongWritten.isEmpty() && !strongOwn.isEmpty();
    List<String> left = strong ? strongWritten : written;
    List<String> right = strong ? strongOwn : own;
    return new Overlap(new SameTasks(right).match(left).size(), left.size(), right.size(), strong);
  }

  /** Enough for a document that has the sprint's title as well; an empty sprint is any title's. */
  boolean isSame() {
    return sprint == 0 || (shared > 0 && shared * HALF >= Math.min(document, sprint));
  }

  /** Enough for a document of the same file name; row numbers are the same everywhere. */
  boolean isRelated() {
    return strong && shared > 0;
  }

  /**
   * Enough by itself: half of the document, which is not only a small part of the sprint; or half
   * of the sprint, in a document that has not mostly other tasks.
   */
  boolean isNextVersion() {
    return strong
        && shared > 0
        && ((shared * HALF >= document && shared * QUARTER >= sprint)
            || (shared * HALF >= sprint && shared * THIRD >= document));
  }
}
