package dev.signalbox.importer.merge;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.Submission;
import dev.signalbox.importer.reading.Known;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drafts all documents that were handed in together against one snapshot: each knows the keys of
 * all, whatever their order, and each is merged behind the one before it. Pure but for the past
 * that it asks.
 */
public final class Drafts {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();

  private final Submission submission;
  private final List<SprintReading> readings;
  private final Past past;
  private final Map<String, PlanKeys.There> there = new HashMap<>();
  private final Set<String> namedElsewhere = new HashSet<>();
  private PlanSnapshot future;

  private Drafts(Submission submission, List<SprintReading> readings, PlanSnapshot now, Past past) {
    this.submission = submission;
    this.readings = readings;
    this.past = past;
    this.future = now;
    for (PlanSnapshot.Task task : now.tasks()) {
      there.put(task.key().value(), new PlanKeys.There(task.sprint(), task.text(), task.absent()));
    }
  }

  private record Placed(SprintReading reading, WhichSprint.Home home, PlanKeys keys) {}

  private record Told(Draft draft, List<Claim> claims) {}

  /** Reads and drafts all of it, in the order of the readings. */
  public static List<Draft> of(Submission submission, PlanSnapshot now, Past past) {
    return of(submission, read(submission), now, past);
  }

  /** Drafts what was read before. */
  public static List<Draft> of(
      Submission submission, List<SprintReading> readings, PlanSnapshot now, Past past) {
    return new Drafts(submission, readings, now, past).draft();
  }

  /** Reads all of it; needs nothing of the plan, so that nobody has to wait meanwhile. */
  public static List<SprintReading> read(Submission submission) {
    return READER.read(submission.files(), submission.dialect());
  }

  private List<Draft> draft() {
    WhichSprint which = new WhichSprint(future, past.paths());
    long full = readings.stream().filter(reading -> !reading.plan().tasks().isEmpty()).count();
    String asked = full <= 1 ? submission.sprint() : null;
    List<Placed> placed = new ArrayList<>();
    for (SprintReading reading : readings) {
      placed.add(place(reading, which.of(reading, asked)));
    }
    List<ParsedPlan> plans = readings.stream().map(SprintReading::plan).toList();
    for (Placed one : placed) {
      Map<String, String> renamed = one.keys().renamed();
      one.keys()
          .elsewhere()
          .forEach(task -> namedElsewhere.add(renamed.getOrDefault(task.task(), task.task())));
    }
    List<Told> told = placed.stream().map(one -> draft(one, plans)).toList();
    Contradictions contradictions = new Contradictions(future);
    return told.stream()
        .map(
            one ->
                one.draft()
                    .contradicted(
                        contradictions.find(
                            one.draft().reading().plan(), one.draft().keys(), one.claims())))
        .toList();
  }

  private Placed place(SprintReading reading, WhichSprint.Home home) {
    String sprint = home.sprint();
    Set<String> own = new LinkedHashSet<>();
    there.forEach(
        (key, task) -> {
          if (task.sprint().equals(sprint)) {
            own.add(key);
          }
        });
    Past.Last last = past.last(sprint);
    if (last != null) {
      last.said().tasks().stream()
          .map(task -> task.key().value())
          .filter(key -> !there.containsKey(key))
          .forEach(own::add);
    }
    PlanKeys keys =
        PlanKeys.of(reading.plan(), sprint, own, gone(reading, sprint, own), Map.copyOf(there));
    for (ParsedPlan.Task task : reading.plan().tasks()) {
      String written = task.key().value().value();
      if (!keys.isElsewhere(written)) {
        String key = keys.renamed().getOrDefault(written, written);
        there.merge(
            key,
            new PlanKeys.There(sprint, task.text().value(), false),
            (old, fresh) -> old.absent() ? fresh : old);
      }
    }
    return new Placed(reading, home, keys);
  }

  /** Tasks that documents of this sprint brought and that people moved to another one since. */
  private Set<String> gone(SprintReading reading, String sprint, Set<String> own) {
    boolean settled =
        reading.plan().tasks().stream().allMatch(task -> own.contains(task.key().value().value()));
    if (settled || past.last(sprint) == null) {
      return Set.of();
    }
    Set<TaskKey> others = new HashSet<>();
    there.forEach(
        (key, task) -> {
          if (!task.sprint().equals(sprint)) {
            others.add(new TaskKey(key));
          }
        });
    return past.earlier(sprint, others).keySet().stream()
        .map(TaskKey::value)
        .collect(Collectors.toSet());
  }

  private Told draft(Placed placed, List<ParsedPlan> together) {
    ParsedPlan plan = placed.reading().plan();
    String sprint = placed.home().sprint();
    PlanKeys keys = placed.keys();
    Set<String> others = new HashSet<>(there.keySet());
    others.removeAll(keys.renamed().values());
    Known all = Known.of(future).and(together);
    Resolution.Resolved resolved =
        Resolution.of(plan, new Known(others, all.sprints(), all.externals()));
    Rekeyed rekeyed = new Rekeyed(sprint, keys);
    Past.Last last = past.last(sprint);
    String dialect = placed.reading().reading().dialect();
    PlanEdit said = Silence.filled(last, rekeyed.edit(resolved.document()), dialect);
    Map<TaskKey, Place> places = new HashMap<>();
    for (ParsedPlan.Task task : plan.tasks()) {
      places.put(new TaskKey(rekeyed.key(task.key().value().value())), task.key().place());
    }
    PlanEdit base = last == null ? null : last.said();
    Unread unread = Unread.of(placed.reading());
    PlanMerge.Result merge =
        new PlanMerge(said, base, future, past, submission.consent(), places, unread)
            .merge(namedElsewhere);
    List<Oddity> oddities = new ArrayList<>(plan.oddities());
    oddities.addAll(resolved.oddities());
    oddities.addAll(keys.oddities());
    oddities.sort(
        Comparator.comparing((Oddity odd) -> Objects.requireNonNullElse(odd.place().file(), ""))
            .thenComparingInt(odd -> odd.place().offset()));
    boolean same =
        last != null
            && last.dialect().equals(dialect)
            && last.digest().equals(Digests.of(placed.reading().files()));
    Draft draft =
        new Draft(
            placed.reading(),
            placed.home().why(),
            keys,
            with(said, merge.unread()),
            merge,
            List.of(),
            List.copyOf(oddities),
            submission.consent(),
            same);
    if (!draft.isFatal()) {
      future = merge.future();
    }
    return new Told(draft, rekeyed.claims(resolved.claims()));
  }

  /** What could not be read stays said, so that it can still leave the plan later. */
  private static PlanEdit with(PlanEdit said, List<TaskText> unread) {
    List<TaskText> tasks = new ArrayList<>(said.tasks());
    tasks.addAll(unread);
    return new PlanEdit(
        said.sprint(), List.copyOf(tasks), said.externals(), said.log(), said.risks());
  }
}
