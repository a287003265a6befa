package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import java.util.List;

/** Paths of files that were handed in together. */
final class Folders {

  private Folders() {}

  /** The folder of a path, without a slash at its end; empty at the top. */
  static String of(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The deepest folder that holds all files; empty at the top. */
  static String shared(List<PlanFile> files) {
    String shared = of(files.getFirst().path());
    for (PlanFile file : files) {
      while (!shared.isEmpty() && !file.path().startsWith(shared + "/")) {
        shared = of(shared);
      }
    }
    return shared;
  }
}
