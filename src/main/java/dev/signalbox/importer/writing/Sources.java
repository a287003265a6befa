package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that are written back, as text: UTF-8 both ways, so what is not patched stays. */
final class Sources {

  private final List<PlanFile> files;
  private final Map<String, Document> documents = new LinkedHashMap<>();

  Sources(List<PlanFile> files) {
    this.files = List.copyOf(files);
    for (PlanFile file : files) {
      Document document = Document.of(file.bytes());
      if (document.defect().isEmpty()) {
        documents.put(file.path(), document);
      }
    }
  }

  static String path(Place place) {
    String file = place.file();
    return file == null ? "" : file;
  }

  Optional<Document> document(Place place) {
    return Optional.ofNullable(documents.get(path(place)));
  }

  Stream<String> texts() {
    return documents.values().stream().map(Document::text);
  }

  /** The files with these patches; none of two patches of one file may overlap. */
  List<PlanFile> patched(List<Patch> patches) {
    Map<String, List<Patch>> byPath = new HashMap<>();
    patches.forEach(p -> byPath.computeIfAbsent(p.path(), path -> new ArrayList<>()).add(p));
    List<PlanFile> written = new ArrayList<>();
    for (PlanFile file : files) {
      List<Patch> mine = byPath.get(file.path());
      Document document = documents.get(file.path());
      written.add(mine == null || document == null ? file : patched(file, document, mine));
    }
    return List.copyOf(written);
  }

  private static PlanFile patched(PlanFile file, Document document, List<Patch> patches) {
    String text = document.text();
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Patch patch : ordered(patches)) {
      out.append(text, at, patch.span().from()).append(patch.with());
      at = patch.span().to();
    }
    out.append(text, at, text.length());
    return new PlanFile(file.path(), out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Patch> ordered(List<Patch> patches) {
    Comparator<Patch> byStart = Comparator.comparingInt(patch -> patch.span().from());
    return patches.stream()
        .sorted(byStart.thenComparingInt(patch -> patch.span().to()))
        .distinct()
        .toList();
  }

  /** Whether a patch within one row of a table leaves that row with another number of cells. */
  boolean tears(Patch patch) {
    Document document = documents.get(patch.path());
    if (document == null) {
      return false;
    }
    int from = document.lineStart(patch.span().from());
    Span line = new Span(from, document.lineEnd(patch.span().from(), document.length()));
    boolean within = patch.span().to() <= line.to() && patch.with().indexOf('\n') < 0;
    if (!within || !Grid.isRow(document, line)) {
      return false;
    }
    String row = document.text();
    Document torn =
        Document.ofText(
            row.substring(line.from(), patch.span().from())
                + patch.with()
                + row.substring(patch.span().to(), line.to()));
    return Grid.cells(torn, torn.whole()).size() != Grid.cells(document, line).size();
  }

  /** Whether two of these patches want the same characters. */
  static boolean overlap(List<Patch> patches) {
    Map<String, List<Patch>> byPath = new HashMap<>();
    patches.forEach(p -> byPath.computeIfAbsent(p.path(), path -> new ArrayList<>()).add(p));
    for (List<Patch> mine : byPath.values()) {
      List<Patch> ordered = ordered(mine);
      for (int i = 1; i < ordered.size(); i++) {
        if (ordered.get(i).span().from() < ordered.get(i - 1).span().to()) {
          return true;
        }
      }
    }
    return false;
  }
}
