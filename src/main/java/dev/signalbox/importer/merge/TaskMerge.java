package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One task merged three ways. Pure. */
final class TaskMerge {

  private final @Nullable TaskText base;
  private final TaskText document;
  private final PlanSnapshot.@Nullable Task here;
  private final @Nullable String sourceHere;
  private final Fields fields;

  /**
   * A task to be merged.
   *
   * @param here the task as the plan holds it, or null if it is new
   * @param sourceHere its source as the plan holds it; null if that was not changed here
   */
  TaskMerge(
      @Nullable TaskText base,
      TaskText document,
      PlanSnapshot.@Nullable Task here,
      @Nullable String sourceHere,
      Fields fields) {
    this.base = base;
    this.document = document;
    this.here = here;
    this.sourceHere = sourceHere;
    this.fields = fields;
  }

  /**
   * The result.
   *
   * @param edit what goes to the plan
   * @param after the task as the plan would hold it
   */
  record Merged(
      TaskText edit,
      PlanSnapshot.Task after,
      List<Difference> differences,
      List<Conflict> conflicts,
      boolean isNew) {

    /** Whether anything of a task that was here is another one afterwards. */
    boolean isChanged() {
      return !isNew && differences.stream().anyMatch(difference -> !difference.conflict());
    }
  }

  private record Declared(TaskState state, @Nullable LocalDate date) {
    String words() {
      return date == null ? state.name() : state + " (" + date + ")";
    }
  }

  Merged merge(String sprint) {
    if (here == null) {
      return new Merged(document, after(document, sprint, null), List.of(), List.of(), true);
    }
    if (here.absent()) {
      fields.compare("in the document", List.of("no"), List.of("yes"));
    }
    String text =
        fields.pick(
            "text", base == null ? null : base.text(), document.text(), here.text(), t -> t);
    Declared declared =
        fields.pick(
            "state",
            base == null ? null : new Declared(base.state(), base.stateDate()),
            said(here),
            new Declared(here.state(), here.stateDate()),
            Declared::words);
    String old = base == null ? document.source() : base.source();
    String source =
        fields.pick(
            "source", old, document.source(), sourceHere == null ? old : sourceHere, s -> s);
    return lists(sprint, here, text, declared, source);
  }

  /** A document that writes no dates says nothing against the date of a state that is so here. */
  private Declared said(PlanSnapshot.Task task) {
    boolean undated = document.stateDate() == null && (base == null || base.stateDate() == null);
    return undated && document.state() == task.state()
        ? new Declared(task.state(), task.stateDate())
        : new Declared(document.state(), document.stateDate());
  }

  private Merged lists(
      String sprint, PlanSnapshot.Task task, String text, Declared declared, String source) {
    List<String> baseOwners = base == null ? List.of() : base.owners();
    List<String> baseDependsOn = base == null ? List.of() : base.dependsOn();
    List<BlockerText> baseBlockers = base == null ? List.of() : base.blockers();
    List<BlockerText> held = task.blockers().stream().map(TaskMerge::text).toList();
    Function<String, String> same = Function.identity();
    TaskText edit =
        new TaskText(
            document.key(),
            text,
            declared.state(),
            declared.date(),
            Fields.sent(baseOwners, document.owners(), task.owners(), same),
            source,
            Fields.sent(baseDependsOn, document.dependsOn(), task.dependsOn(), same),
            Fields.sent(baseBlockers, document.blockers(), held, TaskMerge::identity));
    List<String> owners = Fields.whole(edit.owners(), baseOwners, task.owners(), same);
    List<String> dependsOn = Fields.whole(edit.dependsOn(), baseDependsOn, task.dependsOn(), same);
    List<BlockerText> blockers = blockers(edit.blockers(), baseBlockers, task);
    fields.compare("owners", task.owners(), owners);
    fields.compare("dependencies", task.dependsOn(), dependsOn);
    fields.compare("blockers", reasons(held), reasons(blockers));
    TaskText whole =
        new TaskText(
            edit.key(),
            text,
            edit.state(),
            edit.stateDate(),
            owners,
            edit.source(),
            dependsOn,
            blockers);
    return new Merged(
        edit, after(whole, sprint, task), fields.differences(), fields.conflicts(), false);
  }

  /** Blockers that people confirmed stay as they are, whatever the document says of them now. */
  private static List<BlockerText> blockers(
      List<BlockerText> sent, List<BlockerText> base, PlanSnapshot.Task task) {
    List<BlockerText> confirmed =
        task.blockers().stream()
            .filter(blocker -> blocker.standing() == Standing.CONFIRMED)
            .map(TaskMerge::text)
            .toList();
    List<String> decided = confirmed.stream().map(TaskMerge::identity).toList();
    List<BlockerText> open = new ArrayList<>(confirmed);
    sent.stream().filter(blocker -> !decided.contains(identity(blocker))).forEach(open::add);
    List<BlockerText> held = task.blockers().stream().map(TaskMerge::text).toList();
    return Fields.whole(open, base, held, TaskMerge::identity);
  }

  /** As the plan tells blockers apart: by what is awaited, or by the reason. */
  private static String identity(BlockerText blocker) {
    String awaits = blocker.awaits();
    return awaits == null ? "because " + blocker.reason() : "awaits " + awaits;
  }

  private static List<String> reasons(List<BlockerText> blockers) {
    return blockers.stream()
        .map(b -> b.since() == null ? b.reason() : b.reason() + " (since " + b.since() + ")")
        .distinct()
        .toList();
  }

  private static BlockerText text(PlanSnapshot.Blocker blocker) {
    return new BlockerText(
        blocker.kind(), blocker.reason(), blocker.awaits(), blocker.since(), blocker.sureness());
  }

  private static PlanSnapshot.Task after(
      TaskText task, String sprint, PlanSnapshot.@Nullable Task here) {
    List<PlanSnapshot.Blocker> blockers = new ArrayList<>();
    for (BlockerText blocker : task.blockers()) {
      blockers.add(
          new PlanSnapshot.Blocker(
              -1L - blockers.size(),
              blocker.kind(),
              blocker.reason(),
              blocker.awaits(),
              blocker.since(),
              Objects.requireNonNullElse(standing(blocker, here), Standing.PROPOSED),
              blocker.sureness()));
    }
    return new PlanSnapshot.Task(
        task.key(),
        task.text(),
        here == null || here.absent() ? sprint : here.sprint(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.dependsOn(),
        List.copyOf(blockers),
        false,
        here == null ? 0 : here.version());
  }

  private static @Nullable Standing standing(
      BlockerText blocker, PlanSnapshot.@Nullable Task here) {
    if (here != null) {
      for (PlanSnapshot.Blocker held : here.blockers()) {
        if (identity(text(held)).equals(identity(blocker))) {
          return held.standing();
        }
      }
    }
    return blocker.sureness() == null ? Standing.STATED : null;
  }
}
