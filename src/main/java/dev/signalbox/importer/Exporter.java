package dev.signalbox.importer;

import dev.signalbox.importer.files.ArchiveLimits;
import dev.signalbox.importer.files.ArchiveRefused;
import dev.signalbox.importer.files.Archives;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.importer.merge.AppliedDocuments.Kept;
import dev.signalbox.importer.writing.Held;
import dev.signalbox.importer.writing.LinesBack;
import dev.signalbox.importer.writing.SprintBack;
import dev.signalbox.importer.writing.SprintDocumentWriter;
import dev.signalbox.importer.writing.Unsaid;
import dev.signalbox.importer.writing.WriteBack;
import dev.signalbox.importer.writing.Written;
import dev.signalbox.importer.writing.ZipFiles;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskSort;
import dev.signalbox.wire.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gives plans back as documents: the team's own file with only what changed replaced. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Exporter {

  public static final String AS_IMPORTED = "as-imported";
  public static final String SPRINT_DOCUMENT = "sprint-document";

  private final Plan plan;
  private final PlanBook book;
  private final AppliedDocuments documents;

  Exporter(Plan plan, PlanBook book, AppliedDocuments documents) {
    this.plan = plan;
    this.book = book;
    this.documents = documents;
  }

  /**
   * The sprint's document now; empty if there is no such sprint, or no document that it came from
   * and just that was asked for.
   *
   * @param format one of the two, or null: as imported if it was
   */
  public Optional<ExportedDocument> export(
      ProjectKey project, SprintKey sprint, @Nullable String format) {
    Optional<SprintView> view = book.sprint(project, null, sprint);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    Optional<Kept> kept =
        SPRINT_DOCUMENT.equals(format)
            ? Optional.empty()
            : documents.lastFiles(project, sprint.value()).filter(k -> !k.files().isEmpty());
    if (kept.isPresent()) {
      return Optional.of(asImported(project, view.get(), kept.get()));
    }
    return AS_IMPORTED.equals(format)
        ? Optional.empty()
        : Optional.of(sprintDocument(project, view.get()));
  }

  private ExportedDocument asImported(ProjectKey project, SprintView view, Kept kept) {
    PlanSnapshot now = plan.snapshot(project);
    SprintKey sprint = new SprintKey(view.key());
    Written lines = SprintBack.write(kept.files(), kept.dialect(), lines(view));
    Held held = Held.of(now, sprint.value(), kept.keys());
    Written tasks = new WriteBack(lines.files(), kept.dialect(), held).write();
    Written rows =
        LinesBack.write(
            tasks.files(), kept.dialect(), log(project, sprint), risks(project, sprint));
    List<Written.Unwritten> unsaid =
        Unsaid.of(rows.files(), kept.dialect(), held, now, sprint.value());
    Written written =
        lines.then(tasks).then(rows).then(new Written(rows.files(), List.of(), unsaid));
    return new ExportedDocument(
        kept.id(),
        AS_IMPORTED,
        file(project, sprint, kept, written),
        written.changes(),
        written.unwritten(),
        now.version());
  }

  private static SprintText lines(SprintView view) {
    return new SprintText(
        view.key(), view.title(), view.section(), view.summary(), view.dependsOn());
  }

  /** The file; several come as the archive they were in, the very same one if nothing changed. */
  private PlanFile file(ProjectKey project, SprintKey sprint, Kept kept, Written written) {
    Optional<PlanFile> archive =
        Optional.ofNullable(kept.archive()).flatMap(id -> documents.archive(project, id));
    if (archive.isPresent() && written.changes().isEmpty()) {
      return named(archive.get(), sprint);
    }
    if (archive.isEmpty() && written.files().size() == 1) {
      PlanFile only = written.files().getFirst();
      String name = only.name().isEmpty() ? name(kept.name(), sprint) : only.name();
      return new PlanFile(name, only.bytes());
    }
    String name = archive.map(whole -> named(whole, sprint).name()).orElse("sprint-" + sprint);
    String stem = name.replaceFirst("(?i)\\.(zip|tar|tgz|tar\\.gz)$", "");
    return ZipFiles.of(
        stem + ".zip", archive.map(whole -> within(whole, written)).orElse(written.files()));
  }

  /** All files of the archive, with those of the sprint as they are now. */
  private static List<PlanFile> within(PlanFile archive, Written written) {
    Map<String, PlanFile> files = new LinkedHashMap<>();
    try {
      List<PlanFile> held = new Archives(ArchiveLimits.usual()).open(archive.bytes());
      held.forEach(file -> files.put(file.path(), file));
    } catch (ArchiveRefused e) {
      throw new IllegalStateException("an archive that was taken cannot be opened any more", e);
    }
    written.files().forEach(file -> files.put(file.path(), file));
    return List.copyOf(files.values());
  }

  /** An archive that came without a name gets one by its first bytes. */
  private static PlanFile named(PlanFile archive, SprintKey sprint) {
    if (!archive.name().isEmpty()) {
      return archive;
    }
    byte[] bytes = archive.bytes();
    String ending = bytes[0] == 'P' ? ".zip" : bytes[0] == 0x1f ? ".tar.gz" : ".tar";
    return new PlanFile("sprint-" + sprint + ending, bytes);
  }

  private static String name(String name, SprintKey sprint) {
    Path last = name.isBlank() ? null : Path.of(name).getFileName();
    return last == null ? "sprint-" + sprint.value() + ".md" : last.toString();
  }

  private ExportedDocument sprintDocument(ProjectKey project, SprintView view) {
    PlanSnapshot now = plan.snapshot(project);
    SprintKey sprint = new SprintKey(view.key());
    PlanEdit whole =
        new PlanEdit(
            lines(view),
            tasks(project, sprint, now),
            List.of(),
            log(project, sprint),
            risks(project, sprint));
    SprintDocumentWriter.Sheet sheet = SprintDocumentWriter.write(whole);
    PlanFile file = PlanFile.ofText("sprint-" + view.key() + ".md", sheet.text());
    Held held = Held.of(now, view.key(), Map.of());
    List<Written.Unwritten> unsaid =
        Unsaid.of(List.of(file), SPRINT_DOCUMENT, held, now, view.key());
    return new ExportedDocument(
        null,
        SPRINT_DOCUMENT,
        file,
        List.of(),
        Stream.concat(sheet.unwritten().stream(), unsaid.stream()).toList(),
        now.version());
  }

  private List<LogText> log(ProjectKey project, SprintKey sprint) {
    return all(cursor -> book.log(project, null, sprint, cursor, Page.MAX_LIMIT)).stream()
        .map(r -> new LogText(r.on(), r.text(), r.owner(), r.repeated(), r.stranded()))
        .toList();
  }

  private List<RiskText> risks(ProjectKey project, SprintKey sprint) {
    return all(cursor -> book.risks(project, null, sprint, cursor, Page.MAX_LIMIT)).stream()
        .map(risk -> new RiskText(risk.text()))
        .toList();
  }

  private List<TaskText> tasks(ProjectKey project, SprintKey sprint, PlanSnapshot now) {
    Map<String, TaskLine> lines = new LinkedHashMap<>();
    all(cursor -> book.tasks(project, null, inPlanOrder(sprint, cursor)))
        .forEach(line -> lines.put(line.key(), line));
    Map<String, PlanSnapshot.Task> tasks = new LinkedHashMap<>();
    now.tasks().forEach(task -> tasks.put(task.key().value(), task));
    List<TaskText> texts = new ArrayList<>();
    for (TaskLine line : lines.values()) {
      PlanSnapshot.Task task = tasks.get(line.key());
      if (task != null && !task.absent()) {
        texts.add(
            new TaskText(
                task.key(),
                task.text(),
                task.state(),
                task.stateDate(),
                task.owners(),
                line.source(),
                task.dependsOn(),
                List.of()));
      }
    }
    return texts;
  }

  private static TaskQuery inPlanOrder(SprintKey sprint, @Nullable String cursor) {
    return new TaskQuery(Set.of(), null, sprint, null, TaskSort.PLAN, cursor, Page.MAX_LIMIT);
  }

  private static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = pages.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
