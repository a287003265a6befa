package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanReader;
import dev.signalbox.importer.reading.PlanReader.Reading;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import thought through to the end but not written: what was read, what it means, what changes.
 *
 * @param said the document's own plan, before the merge: the base of the next one
 * @param sameBytes whether the last document of the sprint was this one, byte for byte
 */
public record Draft(
    Reading reading,
    PlanEdit said,
    PlanMerge.Result merge,
    List<Contradiction> contradictions,
    List<Oddity> oddities,
    boolean sameBytes) {

  private static final PlanReader READER = PlanReader.withAllDialects();

  /** Looks up the last document of a sprint; null if there is none. */
  @FunctionalInterface
  public interface LastDocuments {
    AppliedDocuments.@Nullable Last last(String sprint);
  }

  /** Reads the document; pure but for the base that it asks for. */
  public static Draft of(SubmittedDocument submitted, PlanSnapshot now, LastDocuments bases) {
    Reading reading = READER.read(Document.of(submitted.bytes()), submitted.dialect());
    ParsedPlan plan = reading.plan();
    List<String> known =
        now.tasks().stream().map(PlanSnapshot.Task::key).map(TaskKey::value).toList();
    Resolution.Resolved resolved = Resolution.of(plan, known);
    List<Oddity> oddities = new ArrayList<>(plan.oddities());
    oddities.addAll(resolved.oddities());
    oddities.sort(Comparator.comparingInt(oddity -> oddity.place().offset()));
    boolean fatal = oddities.stream().anyMatch(Oddity::isFatal);
    AppliedDocuments.Last last = fatal ? null : bases.last(resolved.document().sprint().key());
    PlanMerge.Result merge =
        PlanMerge.of(last == null ? null : last.said(), resolved.document(), now);
    return new Draft(
        reading,
        resolved.document(),
        merge,
        Contradictions.find(plan, resolved.claims(), merge.future()),
        List.copyOf(oddities),
        last != null && last.digest().equals(submitted.digest()));
  }

  public boolean isFatal() {
    return oddities.stream().anyMatch(Oddity::isFatal);
  }

  /** Whether applying it would write nothing. */
  public boolean changesNothing() {
    return sameBytes || !merge.changes();
  }

  /** What goes to the plan. */
  public PlanEdit edit() {
    return merge.edit();
  }

  /** The same draft with what the plan objects to, which is fatal. */
  public Draft refusedFor(List<String> objections) {
    List<Oddity> all = new ArrayList<>(oddities);
    for (String objection : objections) {
      all.add(new Oddity(OddityCode.REFUSED_BY_PLAN, objection, place(objection), ""));
    }
    return new Draft(reading, said, merge, contradictions, List.copyOf(all), sameBytes);
  }

  private Place place(String objection) {
    for (ParsedPlan.Task task : reading.plan().tasks()) {
      if (objection.contains(task.key().value().value())) {
        return task.key().place();
      }
    }
    return new Place(0, 1, 1);
  }
}
