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
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ties the keys that a document writes to the tasks that exist; what fits none is external. */
public final class Resolution {

  /** How sure words without a key are. */
  private static final int PROSE = 60;

  private static final int HYPHENS_OF_A_KEY = 2;

  private final ParsedPlan plan;
  private final References references;
  private final Map<String, ExternalText> externals = new LinkedHashMap<>();
  private final List<Oddity> oddities = new ArrayList<>();

  private Resolution(ParsedPlan plan, Collection<String> knownElsewhere) {
    this.plan = plan;
    List<String> known = new ArrayList<>(knownElsewhere);
    plan.tasks().forEach(task -> known.add(task.key().value().value()));
    this.references = new References(known);
  }

  /**
   * What the document means.
   *
   * @param document as the plan takes it
   * @param claims with the keys of tasks that exist
   * @param oddities keys that were looked up by their beginning, and what cannot be
   */
  public record Resolved(PlanEdit document, List<Claim> claims, List<Oddity> oddities) {}

  /** Resolves against the document's own tasks and those that the project has already. */
  public static Resolved of(ParsedPlan plan, Collection<String> knownElsewhere) {
    return new Resolution(plan, knownElsewhere).resolve();
  }

  private Resolved resolve() {
    List<TaskText> tasks = plan.tasks().stream().map(this::task).toList();
    ParsedPlan.Sprint sprint = plan.sprint();
    PlanEdit document =
        new PlanEdit(
            new SprintText(
                sprint.key().value(),
                clean(sprint.title()),
                clean(sprint.section()),
                clean(sprint.summary()),
                sprint.dependsOn().stream().map(Resolution::clean).toList()),
            tasks,
            List.copyOf(externals.values()),
            plan.log().stream().map(Resolution::logText).toList(),
            plan.risks().stream().map(r -> new RiskText(Wording.clean(r.text()))).toList());
    return new Resolved(document, claims(), List.copyOf(oddities));
  }

  private TaskText task(Task task) {
    String key = task.key().value().value();
    Set<String> dependsOn = new LinkedHashSet<>();
    for (Read<String> written : task.dependsOn()) {
      List<String> keys = lookUp(written.value(), written.place(), key);
      if (keys.isEmpty()) {
        external(written.value(), "Named as a dependency of " + key);
        dependsOn.add(written.value());
      }
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
        task.blockers().stream().flatMap(b -> blocker(b, key).stream()).distinct().toList());
  }

  private List<BlockerText> blocker(Blocker blocker, String task) {
    String awaits = blocker.awaits();
    if (awaits == null) {
      return List.of(text(blocker, blocker.kind(), null));
    }
    List<String> keys = lookUp(awaits, blocker.place(), task);
    if (!keys.isEmpty()) {
      return keys.stream().map(key -> text(blocker, BlockerClass.UPSTREAM_TASK, key)).toList();
    }
    if (awaits.chars().filter(c -> c == '-').count() < HYPHENS_OF_A_KEY) {
      return List.of(text(blocker, BlockerClass.AWAITED_ARTEFACT, null));
    }
    external(awaits, "Awaited by " + task + ", as its text says");
    return List.of(text(blocker, BlockerClass.UPSTREAM_TASK, awaits));
  }

  private static BlockerText text(Blocker blocker, BlockerClass kind, @Nullable String awaits) {
    return new BlockerText(
        kind,
        Wording.clean(blocker.reason()),
        awaits,
        blocker.since(),
        awaits == null ? PROSE : null);
  }

  /** As the plan stores it, so that a later comparison sees the same. */
  private static String clean(Read<String> read) {
    return Wording.clean(read.value());
  }

  private static LogText logText(ParsedPlan.LogRow row) {
    return new LogText(
        row.on(),
        Wording.clean(row.text()),
        Wording.clean(row.owner()),
        row.repeated(),
        row.stranded());
  }

  private void external(String key, String text) {
    externals.putIfAbsent(key, new ExternalText(key, ExternalKind.TASK, text, null));
  }

  /** The keys that are meant; says so where only the beginning was written. */
  private List<String> lookUp(String written, Place place, String self) {
    if (written.equals(self)) {
      oddities.add(
          new Oddity(OddityCode.SELF_DEPENDENCY, self + " waits for itself.", place, written));
      return List.of(self);
    }
    List<String> keys =
        references.resolve(written).stream().filter(key -> !key.equals(self)).toList();
    if (!keys.isEmpty() && !keys.contains(written)) {
      oddities.add(
          new Oddity(
              OddityCode.SHORTENED_KEY,
              written + " was taken for " + String.join(", ", keys) + ".",
              place,
              written));
    }
    return keys;
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
