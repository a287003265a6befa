package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Read;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.importer.writing.Written.Change;
import dev.signalbox.importer.writing.Written.Unwritten;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sprint's own lines back where its document says them. A line is replaced only if the
 * document then says that line and the same tasks; what a document does not speak of stays so.
 */
public final class SprintBack {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();
  private static final String CUT =
      "The document says more here than the plan took; change it in the document.";

  private final @Nullable String dialect;
  private final SprintText here;
  private final List<Change> changes = new ArrayList<>();
  private final List<Unwritten> unwritten = new ArrayList<>();
  private List<PlanFile> files;

  private SprintBack(List<PlanFile> files, @Nullable String dialect, SprintText here) {
    this.files = List.copyOf(files);
    this.dialect = dialect == null || dialect.isEmpty() ? null : dialect;
    this.here = here;
  }

  /** One line that a sprint has of its own, and whether the document says more of it than we. */
  private record Line(
      String field, Function<Sprint, Read<String>> in, Predicate<Sprint> isCut, String wanted) {

    String said(ParsedPlan plan) {
      return Wording.taken(in.apply(plan.sprint()).value());
    }
  }

  /** The documents with the sprint's lines; what they have no place for is named. */
  public static Written write(List<PlanFile> files, @Nullable String dialect, SprintText here) {
    SprintBack back = new SprintBack(files, dialect, here);
    back.write(new Line("TITLE", Sprint::title, Sprint::titleIsCut, here.title()));
    back.write(new Line("SECTION", Sprint::section, Sprint::sectionIsCut, here.section()));
    back.write(new Line("SUMMARY", Sprint::summary, Sprint::summaryIsCut, here.summary()));
    back.dependencies();
    return new Written(back.files, List.copyOf(back.changes), List.copyOf(back.unwritten));
  }

  private @Nullable ParsedPlan read(List<PlanFile> these) {
    List<SprintReading> readings = READER.read(these, dialect);
    return readings.size() == 1 ? readings.getFirst().plan() : null;
  }

  private void write(Line line) {
    ParsedPlan before = read(files);
    if (before == null) {
      return;
    }
    Read<String> place = line.in().apply(before.sprint());
    String was = line.said(before);
    if (was.equals(Said.oneLine(line.wanted()))) {
      return;
    }
    if (was.isEmpty() || place.span().isEmpty()) {
      unwritten(line.field(), was, line.wanted(), "The document has no such line.", place.place());
      return;
    }
    if (line.isCut().test(before.sprint())) {
      unwritten(line.field(), was, line.wanted(), CUT, place.place());
      return;
    }
    String oneLine = line.wanted().replaceAll("\\s+", " ").strip();
    Patch patch = new Patch(Sources.path(place.place()), place.span(), oneLine);
    List<PlanFile> tried = new Sources(files).patched(List.of(patch));
    ParsedPlan after = read(tried);
    if (after != null && line.said(after).equals(oneLine) && same(before, after)) {
      files = tried;
      changes.add(new Change("", line.field(), was, oneLine, place.place()));
    } else {
      String reason = "However it was written, the document would not read as the sprint is.";
      unwritten(line.field(), was, line.wanted(), reason, place.place());
    }
  }

  private void unwritten(String field, String was, String wanted, String reason, Place place) {
    unwritten.add(new Unwritten("", field, was, wanted, reason, place));
  }

  private static boolean same(ParsedPlan before, ParsedPlan after) {
    return before.sprint().key().value().equals(after.sprint().key().value())
        && keys(before).equals(keys(after));
  }

  private static List<TaskKey> keys(ParsedPlan plan) {
    return plan.tasks().stream().map(task -> task.key().value()).toList();
  }

  private void dependencies() {
    ParsedPlan before = read(files);
    if (before == null) {
      return;
    }
    List<String> said = dependsOn(before);
    if (said.equals(here.dependsOn())) {
      return;
    }
    Place place =
        before.sprint().dependsOn().stream()
            .map(Read::place)
            .findFirst()
            .orElse(before.sprint().key().place());
    String was = String.join(", ", said);
    String now = String.join(", ", here.dependsOn());
    if (before.sprint().dependenciesAreCut()) {
      unwritten("DEPENDS_ON", was, now, CUT, place);
      return;
    }
    Sources sources = new Sources(files);
    String path = Sources.path(place);
    List<List<Patch>> ways =
        sources
            .document(place)
            .map(d -> new SprintDependencyWays(d, path).ways(before.sprint(), here.dependsOn()))
            .orElseGet(List::of);
    for (List<Patch> way : ways) {
      List<PlanFile> tried = sources.patched(way);
      ParsedPlan after = read(tried);
      if (after != null && dependsOn(after).equals(here.dependsOn()) && sameElse(before, after)) {
        files = tried;
        changes.add(new Change("", "DEPENDS_ON", was, now, place));
        return;
      }
    }
    String reason = "The document has no place that says what the sprint waits for.";
    unwritten("DEPENDS_ON", was, now, reason, place);
  }

  private static List<String> dependsOn(ParsedPlan plan) {
    return Resolution.of(plan, List.of()).document().sprint().dependsOn();
  }

  private static boolean sameElse(ParsedPlan before, ParsedPlan after) {
    PlanEdit was = Resolution.of(before, List.of()).document();
    PlanEdit is = Resolution.of(after, List.of()).document();
    return same(before, after)
        && was.sprint().title().equals(is.sprint().title())
        && was.sprint().section().equals(is.sprint().section())
        && was.sprint().summary().equals(is.sprint().summary())
        && was.tasks().equals(is.tasks())
        && was.log().equals(is.log())
        && was.risks().equals(is.risks());
  }
}
