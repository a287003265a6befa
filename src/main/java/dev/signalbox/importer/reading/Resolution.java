package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ties the keys that a document writes to the tasks that exist; what fits none is external. */
public final class Resolution {

  private static final int HYPHENS_OF_A_KEY = 2;
  private static final int LISTED = 20;

  private final ParsedPlan plan;
  private final References references;
  private final Artefacts artefacts;
  private final SprintReferences sprints;
  private final Set<String> knownExternals = new HashSet<>();
  private final Map<String, ExternalText> externals = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Oddity> oddities = new ArrayList<>();

  private Resolution(ParsedPlan plan, Known elsewhere) {
    this.plan = plan;
    List<String> known = new ArrayList<>(elsewhere.tasks());
    plan.tasks().forEach(task -> known.add(task.key().value().value()));
    this.references = new References(known);
    this.artefacts = new Artefacts(plan.tasks(), elsewhere.artefacts());
    this.sprints = new SprintReferences(elsewhere.sprints());
    elsewhere.externals().forEach(external -> knownExternals.add(external.key()));
  }

  /**
   * A dependency as it is written with what it means.
   *
   * @param keys of tasks, or of the external item that it became; empty if it means the task itself
   */
  public record Edge(TaskKey task, Read<String> written, List<String> keys) {}

  /**
   * What the document means.
   *
   * @param document as the plan takes it
   * @param claims with the keys of tasks that exist
   * @param edges each dependency that the document writes in a cell or a clause of its own
   * @param oddities keys that were looked up by their beginning, and what cannot be
   */
  public record Resolved(
      PlanEdit document, List<Claim> claims, List<Edge> edges, List<Oddity> oddities) {}

  /** Resolves against the document's own tasks and those that the project has already. */
  public static Resolved of(ParsedPlan plan, Collection<String> knownElsewhere) {
    return of(plan, new Known(knownElsewhere, List.of(), List.of()));
  }

  /** Resolves against the document's own tasks and all that is known elsewhere. */
  public static Resolved of(ParsedPlan plan, Known elsewhere) {
    return new Resolution(plan, elsewhere).resolve();
  }

  private Resolved resolve() {
    List<TaskText> tasks = plan.tasks().stream().map(this::task).toList();
    ParsedPlan.Sprint sprint = plan.sprint();
    List<String> dependsOn =
        SprintReferences.split(sprint.dependsOn().stream().map(Resolution::clean).toList());
    dependsOn.stream()
        .filter(name -> !sprints.isHere(name))
        .forEach(name -> external(name, ExternalKind.SPRINT, "A sprint that is not here", null));
    PlanEdit document =
        new PlanEdit(
            new SprintText(
                sprint.key().value(),
                clean(sprint.title()),
                clean(sprint.section()),
                clean(sprint.summary()),
                dependsOn),
            tasks,
            List.copyOf(externals.values()),
            plan.log().stream().map(Resolution::logText).toList(),
            plan.risks().stream().map(r -> new RiskText(Wording.taken(r.text()))).toList());
    return new Resolved(document, claims(), List.copyOf(edges), List.copyOf(oddities));
  }

  private TaskText task(Task task) {
    String key = task.key().value().value();
    Set<String> dependsOn = new LinkedHashSet<>();
    for (Read<String> written : task.dependsOn()) {
      List<String> keys = meant(written.value(), written.place(), key);
      edges.add(new Edge(task.key().value(), written, keys));
      dependsOn.addAll(keys);
    }
    Read<LocalDate> date = task.stateDate();
    return new TaskText(
        task.key().value(),
        clean(task.text()),
        task.state().value(),
        date == null ? null : date.value(),
        task.owners().stream().map(Resolution::clean).distinct().toList(),
        clean(task.source()),
        List.copyOf(dependsOn),
        blockers(task, key));
  }

  private List<BlockerText> blockers(Task task, String key) {
    List<BlockerText> blockers = new ArrayList<>();
    task.blockers().stream()
        .filter(blocker -> blocker.awaits() != null)
        .forEach(blocker -> blockers.addAll(naming(blocker, key)));
    for (Artefacts.Held held : artefacts.of(task)) {
      Artefacts.Artefact artefact = held.awaits();
      if (artefact != null) {
        external(
            artefact.name(), ExternalKind.ARTEFACT, "Awaited, as a task says", artefact.owner());
      }
      blockers.add(text(held.blocker(), artefact == null ? null : artefact.name()));
    }
    return blockers.stream().distinct().toList();
  }

  /** A blocker that names a key: of a task, of somebody else's task, or only of a thing. */
  private List<BlockerText> naming(Blocker blocker, String task) {
    String written = Wording.taken(String.valueOf(blocker.awaits()));
    List<String> keys = lookUp(written, blocker.place(), task);
    if (!keys.isEmpty()) {
      return keys.stream()
          .filter(key -> !key.equals(task))
          .map(key -> stated(blocker, key))
          .toList();
    }
    KeyRange range = KeyRange.of(written);
    List<String> single = range == null ? List.of(written) : range.keys();
    boolean key =
        blocker.awaited().equals(written)
            || written.chars().filter(c -> c == '-').count() >= HYPHENS_OF_A_KEY;
    String thing = ArtefactWords.name(List.of(blocker.awaited()));
    if (!key && !thing.isEmpty()) {
      external(thing, ExternalKind.ARTEFACT, "Awaited, as a task says", null);
      return List.of(text(blocker, thing));
    }
    single.forEach(one -> external(one, ExternalKind.TASK, "Awaited by " + task, null));
    return single.stream().map(one -> stated(blocker, one)).toList();
  }

  private static BlockerText stated(Blocker blocker, String awaits) {
    return new BlockerText(
        BlockerClass.UPSTREAM_TASK, Wording.taken(blocker.reason()), awaits, blocker.since(), null);
  }

  private static BlockerText text(Blocker blocker, @Nullable String awaits) {
    BlockerClass kind =
        blocker.kind() == BlockerClass.UPSTREAM_TASK
            ? BlockerClass.AWAITED_ARTEFACT
            : blocker.kind();
    return new BlockerText(
        kind, Wording.taken(blocker.reason()), awaits, blocker.since(), blocker.sureness());
  }

  /** As the plan stores it, so that a later comparison sees the same. */
  private static String clean(Read<String> read) {
    return Wording.taken(read.value());
  }

  private static LogText logText(ParsedPlan.LogRow row) {
    return new LogText(
        row.on(),
        Wording.taken(row.text()),
        Wording.taken(row.owner()),
        row.repeated(),
        row.stranded());
  }

  private void external(String key, ExternalKind kind, String text, @Nullable String owner) {
    externals.putIfAbsent(key, new ExternalText(key, kind, text, owner));
  }

  /** The tasks that a dependency means; one that means none is or becomes an external item. */
  private List<String> meant(String said, Place place, String self) {
    String written = Wording.taken(said);
    List<String> keys = lookUp(written, place, self);
    if (!keys.isEmpty()) {
      return keys.stream().filter(key -> !key.equals(self)).toList();
    }
    if (knownExternals.contains(written)) {
      return List.of(written);
    }
    KeyRange range = KeyRange.of(written);
    List<String> single = range == null ? List.of(written) : range.keys();
    List<String> all = new ArrayList<>();
    for (String one : single) {
      List<String> found = range == null ? List.of() : lookUp(one, place, self);
      if (found.isEmpty()) {
        String name = ExternalNames.of(one);
        external(name, ExternalNames.kind(one), "Named as a dependency of " + self, null);
        all.add(name);
      }
      found.stream().filter(key -> !key.equals(self)).forEach(all::add);
    }
    return all.stream().distinct().toList();
  }

  /** The keys that are meant, perhaps the task itself; says so where they are not as written. */
  private List<String> lookUp(String written, Place place, String self) {
    List<String> keys = new RangeLookUp(references).resolve(written, self);
    List<String> others = keys.stream().filter(key -> !key.equals(self)).toList();
    if (keys.size() > others.size() && (others.isEmpty() || written.equals(self))) {
      report(
          OddityCode.SELF_DEPENDENCY, self + " waits for itself; it was left out.", place, written);
      return List.of(self);
    }
    if (others.isEmpty()) {
      List<String> candidates = references.resolve(written, self).candidates();
      if (!candidates.isEmpty()) {
        String list = String.join(", ", candidates.stream().limit(LISTED).toList());
        report(OddityCode.AMBIGUOUS_KEY, written + " may mean " + list + ".", place, written);
      }
    } else if (!others.contains(written)) {
      String list = String.join(", ", others.stream().limit(LISTED).toList());
      String more = others.size() > LISTED ? " and " + (others.size() - LISTED) + " more" : "";
      report(
          OddityCode.SHORTENED_KEY,
          written + " was taken for " + list + more + ".",
          place,
          written);
    }
    return others;
  }

  private void report(OddityCode code, String words, Place place, String text) {
    oddities.add(new Oddity(code, words, place, text));
  }

  private List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : plan.claims()) {
      for (String key : lookUp(claim.key(), claim.place(), "")) {
        claims.add(
            new Claim(key, claim.state(), claim.origin(), claim.on(), claim.place(), claim.text()));
      }
    }
    return List.copyOf(claims);
  }
}
