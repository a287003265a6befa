package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths of files that were handed in together. */
final class Folders {

  private static final Pattern CONFIGURATION =
      Pattern.compile("(?:.*/)?\\.?config\\.ya?ml", Pattern.CASE_INSENSITIVE);
  private static final Pattern README =
      Pattern.compile("(?:readme|changelog|license|contributing)(?:\\..*)?");

  /** Names of folders that sort a project's tasks and are no projects themselves. */
  private static final Set<String> SORTING =
      Set.of(
          "tasks",
          "drafts",
          "completed",
          "archive",
          "archived",
          "done",
          "todo",
          "issues",
          "stories",
          "milestones",
          "open",
          "closed");

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

  /** The folders that hold a project's configuration. */
  static Set<String> configured(List<PlanFile> files) {
    return files.stream()
        .map(PlanFile::path)
        .filter(Folders::isConfiguration)
        .map(Folders::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The project's folder: the nearest one with a configuration, else above those that sort. */
  static String project(String path, Set<String> configured) {
    String folder = of(path);
    while (!configured.contains(folder) && !folder.isEmpty()) {
      folder = of(folder);
    }
    if (configured.contains(folder)) {
      return folder;
    }
    String own = of(path);
    while (SORTING.contains(own.substring(own.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))) {
      own = of(own);
    }
    return own;
  }

  static boolean isConfiguration(String path) {
    return CONFIGURATION.matcher(path).matches();
  }

  /** A file that tells about the folder and holds no plan. */
  static boolean isAside(PlanFile file) {
    return isConfiguration(file.path())
        || README.matcher(file.name().toLowerCase(Locale.ROOT)).matches();
  }
}
