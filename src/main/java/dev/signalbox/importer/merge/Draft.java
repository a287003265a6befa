package dev.signalbox.importer.merge;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.OddityCode.Severity;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanReader.Reading;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.PlanEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The import of one document thought through to the end but not written: what was read, where it
 * goes, what it means, what changes.
 *
 * @param where why it goes to that sprint
 * @param said the document's own plan by the plan's keys, before the merge: the base of the next
 * @param sameBytes whether the last document of the sprint was this one, byte for byte
 */
public record Draft(
    SprintReading source,
    String where,
    PlanKeys keys,
    PlanEdit said,
    PlanMerge.Result merge,
    List<Contradiction> contradictions,
    List<Oddity> oddities,
    Consent consent,
    boolean sameBytes) {

  private static final Set<OddityCode> NO_PLAN =
      Set.of(OddityCode.NO_TASKS, OddityCode.EMPTY_DOCUMENT, OddityCode.BINARY_DOCUMENT);

  public Reading reading() {
    return source.reading();
  }

  public List<PlanFile> files() {
    return source.files();
  }

  /** Key of the sprint that it goes to. */
  public String sprint() {
    return said.sprint().key();
  }

  public boolean isFatal() {
    return oddities.stream().anyMatch(Oddity::isFatal);
  }

  /** Whether it is a file that holds no plan, which does not keep the others out. */
  public boolean holdsNoPlan() {
    return isFatal()
        && oddities.stream().noneMatch(odd -> odd.severity() == Severity.ASK)
        && oddities.stream().filter(Oddity::isFatal).allMatch(odd -> holdsNoPlan(odd.code()));
  }

  /** Whether a document with that problem is no plan, rather than a plan that is broken. */
  public static boolean holdsNoPlan(OddityCode problem) {
    return NO_PLAN.contains(problem);
  }

  /** The plan's keys of tasks that the document calls otherwise, by the document's key. */
  public Map<String, String> renamed() {
    return keys.renamed();
  }

  /** Whether somebody has to say how to go on. */
  public boolean needsChoice() {
    boolean unread = oddities.stream().anyMatch(odd -> odd.severity() == Severity.ASK);
    return (unread && !consent.skipUnread())
        || conflicts().stream().anyMatch(c -> c.chosen() == null);
  }

  public List<Conflict> conflicts() {
    return merge.conflicts();
  }

  /** Whether applying it would leave the plan as it is. */
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
    return new Draft(
        source, where, keys, said, merge, contradictions, List.copyOf(all), consent, sameBytes);
  }

  /** The same draft with what cannot be true all at once. */
  Draft contradicted(List<Contradiction> found) {
    return new Draft(
        source, where, keys, said, merge, List.copyOf(found), oddities, consent, sameBytes);
  }

  private Place place(String objection) {
    for (ParsedPlan.Task task : reading().plan().tasks()) {
      if (objection.contains(task.key().value().value())) {
        return task.key().place();
      }
    }
    return new Place(0, 1, 1);
  }
}
