package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.PlanReader.Considered;
import dev.signalbox.importer.reading.PlanReader.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that were handed in together, as many sprints as they are: a project's folder of
 * one-task files is one sprint, each other document its own. Pure.
 */
public final class PlanFilesReader {

  private final PlanReader reader;
  private final FrontMatterDialect oneTaskAFile = new FrontMatterDialect();

  public PlanFilesReader(PlanReader reader) {
    this.reader = reader;
  }

  /** A reader that knows all dialects of this version. */
  public static PlanFilesReader withAllDialects() {
    return new PlanFilesReader(PlanReader.withAllDialects());
  }

  private record Opened(PlanFile file, Document document, boolean isTask) {}

  /**
   * Reads all files; each is in exactly one of the readings.
   *
   * @param chosen name of the dialect for all of them, or null for the surest of each
   */
  public List<SprintReading> read(List<PlanFile> files, @Nullable String chosen) {
    boolean grouped = chosen == null || chosen.equals(FrontMatterDialect.NAME);
    List<Opened> opened = files.stream().map(file -> open(file, grouped)).toList();
    Set<String> configured = Folders.configured(files);
    Map<String, List<Opened>> folders = new TreeMap<>();
    for (Opened one : opened) {
      if (one.isTask()) {
        String root = Folders.project(one.file().path(), configured);
        folders.computeIfAbsent(root, any -> new ArrayList<>()).add(one);
      }
    }
    List<SprintReading> readings = new ArrayList<>();
    for (Opened one : opened) {
      if (!one.isTask()) {
        List<Opened> folder = folderOf(one.file().path(), folders);
        Reading reading =
            folder != null && Folders.isAside(one.file())
                ? null
                : reader.read(one.document(), chosen);
        if (folder != null && (reading == null || reading.plan().tasks().isEmpty())) {
          folder.add(one);
        } else if (reading != null) {
          readings.add(new SprintReading(List.of(one.file()), reading));
        }
      }
    }
    folders.forEach((root, folder) -> readings.add(together(root, folder)));
    return List.copyOf(readings);
  }

  private static Opened open(PlanFile file, boolean grouped) {
    Document document = Document.of(file.bytes(), file.path().isEmpty() ? null : file.path());
    return new Opened(file, document, grouped && FrontMatterDialect.isTask(document));
  }

  private static @Nullable List<Opened> folderOf(String path, Map<String, List<Opened>> folders) {
    String folder = Folders.of(path);
    while (!folders.containsKey(folder) && !folder.isEmpty()) {
      folder = Folders.of(folder);
    }
    return folders.get(folder);
  }

  private SprintReading together(String root, List<Opened> folder) {
    folder.sort(Comparator.comparing(one -> one.file().path()));
    List<Document> documents = folder.stream().map(Opened::document).toList();
    Read<String> title =
        documents.stream()
            .map(PlanFilesReader::projectName)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> FrontMatterDialect.named(root, documents.getFirst()));
    Reading reading =
        new Reading(
            FrontMatterDialect.NAME,
            FrontMatterDialect.SURE,
            List.of(new Considered(FrontMatterDialect.NAME, FrontMatterDialect.SURE)),
            oneTaskAFile.read(documents, title));
    return new SprintReading(folder.stream().map(Opened::file).toList(), reading);
  }

  private static Optional<Read<String>> projectName(Document document) {
    String path = document.path();
    boolean config = path != null && Folders.isConfiguration(path);
    return config
        ? FrontMatter.ofYaml(document)
            .flatMap(yaml -> Optional.ofNullable(yaml.value("project_name", "project", "name")))
        : Optional.empty();
  }
}
