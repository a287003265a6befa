package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documents with the plan's changes in them.
 *
 * @param files all of them, in their order; one without a change has the same bytes
 * @param changes what differs from the documents that came in
 * @param unwritten what the plan says and the documents still do not, with the reason
 */
public record Written(List<PlanFile> files, List<Change> changes, List<Unwritten> unwritten) {

  /** This, and what was then written into its documents. */
  public Written then(Written next) {
    return new Written(
        next.files,
        Stream.concat(changes.stream(), next.changes.stream()).toList(),
        Stream.concat(unwritten.stream(), next.unwritten.stream()).toList());
  }

  /** One field that was rewritten. */
  public record Change(String task, String field, String before, String after, Place place) {}

  /**
   * One field that could not be.
   *
   * @param document what the document says instead
   * @param plan what the plan holds
   */
  public record Unwritten(
      String task, String field, String document, String plan, String reason, Place place) {}
}
