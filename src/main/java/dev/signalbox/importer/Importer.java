package dev.signalbox.importer;

import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.importer.merge.Draft;
import dev.signalbox.importer.merge.Reports;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.Page;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
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

  private final Plan plan;
  private final AppliedDocuments documents;
  private final Timeline timeline;
  private final Clock clock;
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

  Importer(
      Plan plan, AppliedDocuments documents, Timeline timeline, Clock clock, MeterRegistry meters) {
    this.plan = plan;
    this.documents = documents;
    this.timeline = timeline;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      String result = outcome.name().toLowerCase(Locale.ROOT);
      counters.put(outcome, meters.counter("signalbox.importer.documents", "result", result));
    }
  }

  /** What applying the document would do; writes nothing. */
  @Transactional(readOnly = true)
  public ImportReport dryRun(ProjectKey project, SubmittedDocument document) {
    PlanSnapshot now = snapshot(project);
    Draft draft = draft(project, document, now);
    Outcome outcome = refusedOrUnchanged(draft).orElse(Outcome.PREVIEW);
    return report(null, outcome, document, draft, now.version());
  }

  /**
   * Applies the document whole, or not at all if it has fatal problems or brings nothing new; the
   * report says which.
   */
  @Transactional
  public ImportReport apply(ProjectKey project, SubmittedDocument document, Actor actor) {
    documents.hold(project);
    PlanSnapshot now = snapshot(project);
    Draft draft = draft(project, document, now);
    Optional<Outcome> unwritten = refusedOrUnchanged(draft);
    if (unwritten.isPresent()) {
      return report(null, unwritten.get(), document, draft, now.version());
    }
    long version = plan.apply(project, draft.edit(), actor);
    long id = documents.nextId();
    ImportReport report = report(id, Outcome.APPLIED, document, draft, version);
    AppliedDocuments.Kept kept =
        new AppliedDocuments.Kept(
            id,
            document.name(),
            List.of(new PlanFile(document.name(), document.bytes())),
            report.dialect(),
            Map.of(),
            null);
    documents.add(
        project,
        new AppliedDocuments.Applied(
            kept, document.digest(), document.size(), draft.said(), report, actor.name()),
        clock.instant());
    Map<String, Object> after =
        Map.of(
            "sprint", report.sprint().key(), "digest", report.digest(), "counts", report.counts());
    timeline.record(
        new Recordable(
            project.value(), actor, "document.imported", "import", Long.toString(id), null, after));
    return report;
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

  private Draft draft(ProjectKey project, SubmittedDocument document, PlanSnapshot now) {
    Draft draft = Draft.of(document, now, sprint -> documents.last(project, sprint).orElse(null));
    return draft.isFatal() ? draft : draft.refusedFor(plan.objections(project, draft.edit()));
  }

  private static Optional<Outcome> refusedOrUnchanged(Draft draft) {
    if (draft.isFatal()) {
      return Optional.of(Outcome.REFUSED);
    }
    return draft.changesNothing() ? Optional.of(Outcome.UNCHANGED) : Optional.empty();
  }

  private ImportReport report(
      @Nullable Long id, Outcome outcome, SubmittedDocument document, Draft draft, long version) {
    Optional.ofNullable(counters.get(outcome)).ifPresent(Counter::increment);
    String message =
        switch (outcome) {
          case PREVIEW -> "A dry run: this is what would change. Nothing was written.";
          case APPLIED -> "The document was imported.";
          case UNCHANGED -> "Nothing changes: the plan has all that this document says.";
          case REFUSED -> "The document has problems; nothing was imported.";
        };
    return new Reports(document, draft).write(id, outcome, message, version);
  }
}
