package dev.signalbox.importer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.signalbox.importer.ImportReport.Outcome;
import java.util.List;

/**
 * What became of all that was handed in at once; a report for each document, in their order.
 *
 * @param exitCode for scripts: 0 all is in or nothing was to do, 1 somebody has to choose or mend,
 *     2 nothing could be read
 * @param summary one line for people
 * @param planVersion of the plan afterwards
 */
public record ImportSummary(
    Outcome outcome, int exitCode, String summary, List<ImportReport> reports, long planVersion) {

  /** The report that stands for all: of the only document, or of the first that matters. */
  @JsonIgnore
  public ImportReport first() {
    return reports.stream()
        .filter(report -> report.outcome() == outcome)
        .findFirst()
        .orElse(reports.getFirst());
  }
}
