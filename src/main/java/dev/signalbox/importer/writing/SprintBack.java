package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.ParsedPlan;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes a sprint's own lines back where its document says them. A line is replaced only if the
 * document then says that line and the same tasks; what a document does not speak of stays so.
 */
public final class SprintBack {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();

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

  /** The one document with the sprint's lines; several files have no lines of their own. */
  public static Written write(List<PlanFile> files, @Nullable String dialect, SprintText here) {
    SprintBack back = new SprintBack(files, dialect, here);
    if (files.size() == 1) {
      back.line("TITLE", here.title(), plan -> plan.sprint().title());
      back.line("SECTION", here.section(), plan -> plan.sprint().section());
      back.line("SUMMARY", here.summary(), plan -> plan.sprint().summary());
      back.dependencies();
    }
    return new Written(back.files, List.copyOf(back.changes), List.copyOf(back.unwritten));
  }

  private @Nullable ParsedPlan read(List<PlanFile> these) {
    List<SprintReading> readings = READER.read(these, dialect);
    return readings.size() == 1 ? readings.getFirst().plan() : null;
  }

  private void line(String field, String wanted, Function<ParsedPlan, Read<String>> line) {
    ParsedPlan before = read(files);
    if (before == null) {
      return;
    }
    Read<String> said = line.apply(before);
    String was = Wording.taken(said.value());
    if (was.equals(Said.oneLine(wanted))) {
      return;
    }
    if (was.isEmpty()) {
      unwritten.add(
          new Unwritten("", field, was, wanted, "The document has no such line.", said.place()));
      return;
    }
    String path = files.getFirst().path();
    String oneLine = wanted.replaceAll("\\s+", " ").strip();
    List<PlanFile> tried =
        new Sources(files).patched(List.of(new Patch(path, said.span(), oneLine)));
    ParsedPlan after = said.span().isEmpty() ? null : read(tried);
    if (after != null
        && Wording.taken(line.apply(after).value()).equals(oneLine)
        && same(before, after)) {
      files = tried;
      changes.add(new Change("", field, was, oneLine, said.place()));
    } else {
      unwritten.add(
          new Unwritten(
              "",
              field,
              was,
              wanted,
              "However it was written, the document would not read as the sprint is.",
              said.place()));
    }
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
    Sources sources = new Sources(files);
    String path = files.getFirst().path();
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
    unwritten.add(new Unwritten("", "DEPENDS_ON", was, now, reason, place));
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
