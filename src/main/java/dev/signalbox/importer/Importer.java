package dev.signalbox.importer;

import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.importer.merge.Digests;
import dev.signalbox.importer.merge.Draft;
import dev.signalbox.importer.merge.Drafts;
import dev.signalbox.importer.merge.Reports;
import dev.signalbox.importer.merge.StoredPast;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.Page;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes plan documents in: says first what they would change, then changes it whole or not. */
@Service
public class Importer {

  private static final int LONGEST_NAME = 200;

  private final Plan plan;
  private final PlanBook book;
  private final AppliedDocuments documents;
  private final Timeline timeline;
  private final Clock clock;
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

  Importer(
      Plan plan,
      PlanBook book,
      AppliedDocuments documents,
      Timeline timeline,
      Clock clock,
      MeterRegistry meters) {
    this.plan = plan;
    this.book = book;
    this.documents = documents;
    this.timeline = timeline;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      String result = outcome.name().toLowerCase(Locale.ROOT);
      counters.put(outcome, meters.counter("signalbox.importer.documents", "result", result));
    }
  }

  /** What applying all of it would do; writes nothing. */
  @Transactional(readOnly = true)
  public ImportSummary dryRun(ProjectKey project, Submission submission) {
    PlanSnapshot now = snapshot(project);
    List<Draft> drafts = drafts(project, submission, Drafts.read(submission), now);
    List<ImportReport> reports =
        drafts.stream()
            .map(draft -> report(null, outcome(draft, Outcome.PREVIEW), draft, now.version()))
            .toList();
    return Summaries.of(reports, now.version());
  }

  /**
   * Applies all documents, or none of them: if one has fatal problems or somebody has to choose
   * first, the reports say so. Files that hold no plan at all keep no other out.
   */
  @Transactional
  public ImportSummary apply(ProjectKey project, Submission submission, Actor actor) {
    List<SprintReading> readings = Drafts.read(submission);
    documents.hold(project);
    PlanSnapshot now = snapshot(project);
    List<Draft> drafts = drafts(project, submission, readings, now);
    boolean several = drafts.size() > 1;
    boolean stops =
        drafts.stream()
            .anyMatch(
                draft -> draft.isFatal() ? !(several && draft.holdsNoPlan()) : draft.needsChoice());
    List<ImportReport> reports = new ArrayList<>();
    @Nullable Long archive = null;
    for (Draft draft : drafts) {
      boolean writes = !stops && !draft.isFatal() && !draft.sameBytes();
      if (writes && archive == null) {
        archive = archive(project, submission, clock.instant());
      }
      if (writes) {
        reports.add(write(project, draft, archive, actor));
      } else {
        Outcome fine = stops ? Outcome.HELD : Outcome.UNCHANGED;
        reports.add(report(null, waiting(draft, fine), draft, now.version()));
      }
    }
    return Summaries.of(reports, stops ? now.version() : plan.version(project));
  }

  /** Applies one document of which nothing is said. */
  @Transactional
  public ImportReport apply(ProjectKey project, SubmittedDocument document, Actor actor) {
    return apply(project, document.alone(), actor).first();
  }

  /** What applying one document would do; writes nothing. */
  @Transactional(readOnly = true)
  public ImportReport dryRun(ProjectKey project, SubmittedDocument document) {
    return dryRun(project, document.alone()).first();
  }

  /** The report of a document that was applied. */
  @Transactional(readOnly = true)
  public Optional<ImportReport> report(ProjectKey project, long id) {
    return documents.report(project, id);
  }

  /**
   * Applied documents, newest first; the page's {@code next} is the last id on it.
   *
   * @param before the last id of the page before, or null
   */
  @Transactional(readOnly = true)
  public Page<ImportView> imports(ProjectKey project, @Nullable Long before, int limit) {
    List<ImportView> found = documents.list(project, before, limit + 1);
    boolean more = found.size() > limit;
    List<ImportView> shown = more ? found.subList(0, limit) : found;
    return new Page<>(List.copyOf(shown), more ? Long.toString(shown.getLast().id()) : null);
  }

  private PlanSnapshot snapshot(ProjectKey project) {
    if (!plan.exists(project)) {
      throw new NoSuchElementException("no project " + project);
    }
    return plan.snapshot(project);
  }

  private List<Draft> drafts(
      ProjectKey project, Submission submission, List<SprintReading> readings, PlanSnapshot now) {
    StoredPast past = new StoredPast(project, documents, book);
    return Drafts.of(submission, readings, now, past).stream()
        .map(
            draft ->
                draft.isFatal() ? draft : draft.refusedFor(plan.objections(project, draft.edit())))
        .toList();
  }

  /** Writes a document into the plan; a new form of what is known already is only kept. */
  private ImportReport write(ProjectKey project, Draft draft, @Nullable Long archive, Actor actor) {
    boolean changes = !draft.changesNothing();
    long version = changes ? plan.apply(project, draft.edit(), actor) : plan.version(project);
    long id = documents.nextId();
    Outcome outcome = changes ? Outcome.APPLIED : Outcome.UNCHANGED;
    ImportReport report = report(id, outcome, draft, version);
    String name = report.name();
    AppliedDocuments.Kept kept =
        new AppliedDocuments.Kept(
            id,
            name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME),
            draft.files(),
            report.dialect(),
            draft.renamed(),
            archive);
    documents.add(
        project,
        new AppliedDocuments.Applied(
            kept, report.digest(), report.bytes(), draft.said(), report, actor.name()),
        clock.instant());
    if (changes) {
      Map<String, Object> after =
          Map.of("sprint", draft.sprint(), "digest", report.digest(), "counts", report.counts());
      timeline.record(
          new Recordable(
              project.value(),
              actor,
              "document.imported",
              "import",
              Long.toString(id),
              null,
              after));
    }
    return report;
  }

  private @Nullable Long archive(ProjectKey project, Submission submission, Instant now) {
    PlanFile archive = submission.archive();
    return archive == null
        ? null
        : documents.addArchive(project, archive, Digests.of(archive.bytes()), now);
  }

  private static Outcome outcome(Draft draft, Outcome otherwise) {
    if (draft.isFatal()) {
      return Outcome.REFUSED;
    }
    return draft.changesNothing() && !draft.needsChoice() ? Outcome.UNCHANGED : otherwise;
  }

  private static Outcome waiting(Draft draft, Outcome otherwise) {
    if (draft.isFatal()) {
      return Outcome.REFUSED;
    }
    return draft.needsChoice() ? Outcome.NEEDS_CHOICE : otherwise;
  }

  private ImportReport report(@Nullable Long id, Outcome outcome, Draft draft, long version) {
    Optional.ofNullable(counters.get(outcome)).ifPresent(Counter::increment);
    return new Reports(draft).write(id, outcome, Summaries.message(outcome, draft), version);
  }
}
