package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.PlanReader.Reading;
import java.util.List;

/**
 * What one or several files say about one sprint: the unit of a draft.
 *
 * @param files that were read together, in the order of their paths; at least one
 * @param reading its places name the file they stand in
 */
public record SprintReading(List<PlanFile> files, Reading reading) {

  public ParsedPlan plan() {
    return reading.plan();
  }

  /** The name for people: the file's path, or the folder that all files share. */
  public String name() {
    return files.size() == 1 ? files.getFirst().path() : Folders.shared(files);
  }
}
