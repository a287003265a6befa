package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.importer.writing.Written.Change;
import dev.signalbox.importer.writing.Written.Unwritten;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes log rows and risks that came to be here behind those of the document. They stay only if
 * the document then says them, and of all else what it said before.
 */
public final class LinesBack {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();
  private static final int ONE_BY_ONE = 50;

  private final @Nullable String dialect;
  private final List<Change> changes = new ArrayList<>();
  private final List<Unwritten> unwritten = new ArrayList<>();
  private List<PlanFile> files;

  private LinesBack(List<PlanFile> files, @Nullable String dialect) {
    this.files = List.copyOf(files);
    this.dialect = dialect == null || dialect.isEmpty() ? null : dialect;
  }

  /** Log or risks: what is said, how to say more, and how it looks in a report. */
  private record Kind<T>(
      String field,
      Function<PlanEdit, List<T>> said,
      Function<T, String> words,
      Ways<T> ways,
      Function<ParsedPlan, Optional<Place>> last) {}

  private interface Ways<T> {
    List<List<Patch>> of(Document document, String path, ParsedPlan plan, List<T> more);
  }

  /**
   * The documents with what of these they do not say yet.
   *
   * @param log all rows that the plan holds, in their order
   * @param risks all that it holds
   */
  public static Written write(
      List<PlanFile> files, @Nullable String dialect, List<LogText> log, List<RiskText> risks) {
    LinesBack back = new LinesBack(files, dialect);
    back.write(
        new Kind<LogText>(
            "LOG",
            PlanEdit::log,
            LinesBack::words,
            (document, path, plan, more) -> new LogForm(document, path).ways(plan.log(), more),
            plan -> plan.log().stream().map(ParsedPlan.LogRow::place).reduce((a, b) -> b)),
        log);
    back.write(
        new Kind<RiskText>(
            "RISKS",
            PlanEdit::risks,
            risk -> Said.oneLine(risk.text()),
            (document, path, plan, more) ->
                new RiskForm(document, path)
                    .ways(plan.risks(), more.stream().map(RiskText::text).toList()),
            plan -> plan.risks().stream().map(ParsedPlan.Risk::place).reduce((a, b) -> b)),
        risks);
    return new Written(back.files, List.copyOf(back.changes), List.copyOf(back.unwritten));
  }

  private static String words(LogText row) {
    return Objects.toString(row.on(), "")
        + " \u00b7 "
        + Said.oneLine(row.text())
        + " \u00b7 "
        + Said.oneLine(row.owner());
  }

  private @Nullable ParsedPlan read(List<PlanFile> these) {
    List<SprintReading> readings = READER.read(these, dialect);
    return readings.size() == 1 ? readings.getFirst().plan() : null;
  }

  private static PlanEdit meant(ParsedPlan plan) {
    return Resolution.of(plan, List.of()).document();
  }

  private <T> void write(Kind<T> kind, List<T> held) {
    ParsedPlan plan = read(files);
    List<T> said = plan == null ? List.of() : kind.said().apply(meant(plan));
    List<T> missing = missing(kind, said, held);
    Place place = plan == null ? new Place(0, 1, 1) : place(kind, plan);
    for (T gone : missing(kind, held, said)) {
      String reason = "The plan does not hold this line any more; lines are not taken out.";
      unwritten.add(new Unwritten("", kind.field(), kind.words().apply(gone), "", reason, place));
    }
    if (missing.isEmpty() || (plan != null && writes(kind, missing, place))) {
      return;
    }
    int tried = 0;
    for (T one : missing) {
      boolean may = plan != null && missing.size() > 1 && tried++ < ONE_BY_ONE;
      if (!may || !writes(kind, List.of(one), place)) {
        String reason = "The document has no place that says this so that it reads the same.";
        unwritten.add(new Unwritten("", kind.field(), "", kind.words().apply(one), reason, place));
      }
    }
  }

  /** Those of the second that the first has not, as often as it has them less. */
  private static <T> List<T> missing(Kind<T> kind, List<T> there, List<T> wanted) {
    List<String> rest = new ArrayList<>(there.stream().map(kind.words()).toList());
    return wanted.stream().filter(one -> !rest.remove(kind.words().apply(one))).toList();
  }

  private static Place place(Kind<?> kind, ParsedPlan plan) {
    return kind.last().apply(plan).orElse(plan.sprint().key().place());
  }

  private <T> boolean writes(Kind<T> kind, List<T> more, Place place) {
    ParsedPlan before = read(files);
    Sources sources = new Sources(files);
    Optional<Document> document = sources.document(place);
    if (before == null || document.isEmpty()) {
      return false;
    }
    PlanEdit was = meant(before);
    List<String> wanted =
        new ArrayList<>(kind.said().apply(was).stream().map(kind.words()).toList());
    more.forEach(one -> wanted.add(kind.words().apply(one)));
    wanted.sort(String::compareTo);
    String path = Sources.path(place);
    for (List<Patch> way : kind.ways().of(document.get(), path, before, more)) {
      List<PlanFile> tried = sources.patched(way);
      ParsedPlan after = read(tried);
      if (after != null && reads(kind, was, meant(after), wanted)) {
        files = tried;
        more.forEach(
            one -> changes.add(new Change("", kind.field(), "", kind.words().apply(one), place)));
        return true;
      }
    }
    return false;
  }

  /** Whether the lines are these now, and everything else is as it was. */
  private static <T> boolean reads(Kind<T> kind, PlanEdit was, PlanEdit is, List<String> wanted) {
    List<String> now = kind.said().apply(is).stream().map(kind.words()).sorted().toList();
    boolean log = kind.field().equals("LOG");
    return now.equals(wanted)
        && was.sprint().equals(is.sprint())
        && was.tasks().equals(is.tasks())
        && was.externals().equals(is.externals())
        && (log ? was.risks().equals(is.risks()) : was.log().equals(is.log()));
  }
}
