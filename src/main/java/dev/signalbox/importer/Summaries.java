package dev.signalbox.importer;

import dev.signalbox.importer.ImportReport.Counts;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.merge.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Puts into words what became of documents. Pure. */
final class Summaries {

  private static final int DONE = 0;
  private static final int CHOOSE = 1;
  private static final int UNREADABLE = 2;

  private Summaries() {}

  static String message(Outcome outcome, Draft draft) {
    return switch (outcome) {
      case PREVIEW ->
          draft.needsChoice()
              ? "A dry run: this is what would change, and somebody has to choose first. Nothing"
                  + " was written."
              : "A dry run: this is what would change. Nothing was written.";
      case APPLIED -> "The document was imported.";
      case UNCHANGED -> "Nothing changes: the plan has all that this document says.";
      case NEEDS_CHOICE -> "Somebody has to choose first; nothing was imported.";
      case HELD -> "Nothing was imported, because of another document that came with it.";
      case REFUSED ->
          draft.holdsNoPlan()
              ? "The document holds no tasks; nothing was imported."
              : "The document has problems; nothing was imported.";
    };
  }

  /** All reports with what scripts and people want to know first. */
  static ImportSummary of(List<ImportReport> reports, long planVersion) {
    List<ImportReport> plans = reports.stream().filter(r -> !holdsNoPlan(r)).toList();
    List<ImportReport> counted = plans.isEmpty() ? reports : plans;
    Outcome outcome =
        List.of(
                Outcome.REFUSED,
                Outcome.NEEDS_CHOICE,
                Outcome.HELD,
                Outcome.PREVIEW,
                Outcome.APPLIED,
                Outcome.UNCHANGED)
            .stream()
            .filter(one -> counted.stream().anyMatch(report -> report.outcome() == one))
            .findFirst()
            .orElse(Outcome.UNCHANGED);
    int exitCode =
        switch (outcome) {
          case REFUSED -> counted.stream().allMatch(Summaries::isUnreadable) ? UNREADABLE : CHOOSE;
          case NEEDS_CHOICE, HELD -> CHOOSE;
          case PREVIEW -> counted.stream().anyMatch(ImportReport::needsChoice) ? CHOOSE : DONE;
          case APPLIED, UNCHANGED -> DONE;
        };
    return new ImportSummary(
        outcome, exitCode, line(outcome, reports, counted), List.copyOf(reports), planVersion);
  }

  private static boolean isUnreadable(ImportReport report) {
    return report.problems().stream().anyMatch(odd -> odd.code() != OddityCode.REFUSED_BY_PLAN);
  }

  private static boolean holdsNoPlan(ImportReport report) {
    return report.outcome() == Outcome.REFUSED
        && report.counts().unread() == 0
        && report.problems().stream().allMatch(odd -> Draft.holdsNoPlan(odd.code()));
  }

  private static String line(
      Outcome outcome, List<ImportReport> reports, List<ImportReport> counted) {
    List<String> parts = new ArrayList<>();
    add(parts, counted, Counts::tasks, "task", "tasks");
    add(parts, counted, Counts::added, "added", "added");
    add(parts, counted, Counts::changed, "changed", "changed");
    add(parts, counted, Counts::left, "left", "left");
    add(parts, counted, Counts::absent, "no longer in plan", "no longer in plan");
    add(parts, counted, Counts::elsewhere, "in another sprint", "in another sprint");
    add(parts, counted, Counts::conflicts, "conflict", "conflicts");
    add(parts, counted, Counts::unread, "not read", "not read");
    add(parts, counted, Counts::contradictions, "contradiction", "contradictions");
    add(parts, reports, Counts::problems, "problem", "problems");
    String documents = reports.size() == 1 ? "1 document" : reports.size() + " documents";
    int without = reports.size() - counted.size();
    String of = without == 0 ? documents : documents + " (" + without + " without tasks)";
    String state = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return state + ": " + of + (parts.isEmpty() ? "" : "; " + String.join(", ", parts));
  }

  private static void add(
      List<String> parts,
      List<ImportReport> reports,
      ToIntFunction<Counts> count,
      String one,
      String many) {
    int sum = reports.stream().map(ImportReport::counts).mapToInt(count).sum();
    if (sum > 0) {
      parts.add(sum + " " + (sum == 1 ? one : many));
    }
  }
}
