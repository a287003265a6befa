package dev.signalbox.importer.web;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.ImportSummary;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns what became of documents into answers: 200 and 201, 409 to choose, 422 to mend. */
final class ImportAnswers {

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

  private ImportAnswers() {}

  /** For one document: its report. */
  static ResponseEntity<ImportReport> one(String project, ImportSummary summary) {
    ImportReport report = summary.first();
    return switch (summary.outcome()) {
      case PREVIEW, UNCHANGED -> ResponseEntity.ok(report);
      case APPLIED ->
          ResponseEntity.created(
                  URI.create("/api/v1/projects/" + project + "/imports/" + report.id()))
              .body(report);
      case NEEDS_CHOICE, HELD, REFUSED -> throw problem(summary);
    };
  }

  /** For scripts: all reports with the exit code, as JSON or as text. */
  static ResponseEntity<Object> all(ImportSummary summary, String accept) {
    if (accept.toLowerCase(Locale.ROOT).startsWith(MediaType.TEXT_PLAIN_VALUE)) {
      return ResponseEntity.status(status(summary.outcome()))
          .contentType(TEXT)
          .body(TextReport.of(summary));
    }
    return switch (summary.outcome()) {
      case PREVIEW, UNCHANGED, APPLIED -> ResponseEntity.ok(summary);
      case NEEDS_CHOICE, HELD, REFUSED -> throw problem(summary);
    };
  }

  private static int status(Outcome outcome) {
    return switch (outcome) {
      case PREVIEW, UNCHANGED, APPLIED -> 200;
      case NEEDS_CHOICE, HELD -> ProblemType.CONFLICT.status().value();
      case REFUSED -> ProblemType.UNPROCESSABLE.status().value();
    };
  }

  private static ProblemException problem(ImportSummary summary) {
    ImportReport first = summary.first();
    ProblemType type =
        summary.outcome() == Outcome.REFUSED ? ProblemType.UNPROCESSABLE : ProblemType.CONFLICT;
    return new ProblemException(type, first.message())
        .with("outcome", summary.outcome())
        .with("exitCode", summary.exitCode())
        .with("summary", summary.summary())
        .with("problems", first.problems())
        .with("oddities", first.oddities())
        .with("conflicts", first.conflicts())
        .with("reports", summary.reports());
  }
}
