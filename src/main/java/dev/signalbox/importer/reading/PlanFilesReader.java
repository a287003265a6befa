package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.layout.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files that were handed in together, as many sprints as they are. Pure. */
public final class PlanFilesReader {

  private final PlanReader reader;

  public PlanFilesReader(PlanReader reader) {
    this.reader = reader;
  }

  /** A reader that knows all dialects of this version. */
  public static PlanFilesReader withAllDialects() {
    return new PlanFilesReader(PlanReader.withAllDialects());
  }

  /**
   * Reads all files; each is in exactly one of the readings.
   *
   * @param chosen name of the dialect for all of them, or null for the surest of each
   */
  public List<SprintReading> read(List<PlanFile> files, @Nullable String chosen) {
    List<SprintReading> readings = new ArrayList<>();
    for (PlanFile file : files) {
      String path = file.path().isEmpty() ? null : file.path();
      Document document = Document.of(file.bytes(), path);
      readings.add(new SprintReading(List.of(file), reader.read(document, chosen)));
    }
    return List.copyOf(readings);
  }
}
