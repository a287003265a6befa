package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One task merged three ways: what the last document said, what this one says, what the plan holds.
 * What the document did not change is left to people; what both changed stays as people have it.
 */
final class TaskMerge {

  private final @Nullable TaskText base;
  private final TaskText document;
  private final PlanSnapshot.@Nullable Task here;
  private final List<Difference> differences = new ArrayList<>();

  TaskMerge(@Nullable TaskText base, TaskText document, PlanSnapshot.@Nullable Task here) {
    this.base = base;
    this.document = document;
    this.here = here;
  }

  /**
   * The result.
   *
   * @param edit what goes to the plan
   * @param after the task as the plan would hold it
   */
  record Merged(
      TaskText edit, PlanSnapshot.Task after, List<Difference> differences, boolean isNew) {}

  private record Declared(TaskState state, @Nullable LocalDate date) {
    String words() {
      return date == null ? state.name() : state + " (" + date + ")";
    }
  }

  private record Identity(Object kind, String reason, @Nullable String awaits) {
    static Identity of(BlockerText blocker) {
      return new Identity(blocker.kind(), blocker.reason(), blocker.awaits());
    }
  }

  Merged merge(String sprint) {
    if (here == null) {
      return new Merged(document, after(document, sprint, null), List.of(), true);
    }
    String text =
        pick("text", base == null ? null : base.text(), document.text(), here.text(), t -> t);
    Declared declared =
        pick(
            "state",
            base == null ? null : new Declared(base.state(), base.stateDate()),
            new Declared(document.state(), document.stateDate()),
            new Declared(here.state(), here.stateDate()),
            Declared::words);
    List<BlockerText> held = here.blockers().stream().map(TaskMerge::text).toList();
    List<String> baseOwners = base == null ? List.of() : base.owners();
    List<String> baseDependsOn = base == null ? List.of() : base.dependsOn();
    List<BlockerText> baseBlockers = base == null ? List.of() : base.blockers();
    TaskText edit =
        new TaskText(
            document.key(),
            text,
            declared.state(),
            declared.date(),
            sent(baseOwners, document.owners(), here.owners(), Function.identity()),
            document.source(),
            sent(baseDependsOn, document.dependsOn(), here.dependsOn(), Function.identity()),
            sent(baseBlockers, document.blockers(), held, Identity::of));
    List<String> owners = whole(edit.owners(), baseOwners, here.owners());
    List<String> dependsOn = whole(edit.dependsOn(), baseDependsOn, here.dependsOn());
    List<BlockerText> blockers = whole(edit.blockers(), baseBlockers, held);
    compare("owners", here.owners(), owners);
    compare("dependencies", here.dependsOn(), dependsOn);
    compare("blockers", reasons(held), reasons(blockers));
    if (base != null && !base.source().equals(document.source())) {
      differences.add(new Difference("source", base.source(), document.source(), false));
    }
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
    return new Merged(edit, after(whole, sprint, here), List.copyOf(differences), false);
  }

  private <T> T pick(
      String field, @Nullable T before, T document, T here, Function<T, String> words) {
    if (Objects.equals(before, document) || document.equals(here)) {
      return here;
    }
    boolean conflict = !here.equals(before);
    differences.add(new Difference(field, words.apply(here), words.apply(document), conflict));
    return conflict ? here : document;
  }

  /** The document's elements without those that people took away since the last document. */
  private static <T, I> List<T> sent(
      List<T> base, List<T> document, List<T> here, Function<T, I> identity) {
    Set<I> before = new LinkedHashSet<>(base.stream().map(identity).toList());
    Set<I> now = new LinkedHashSet<>(here.stream().map(identity).toList());
    return document.stream()
        .filter(one -> !before.contains(identity.apply(one)) || now.contains(identity.apply(one)))
        .toList();
  }

  /** What the plan holds afterwards: what is sent, and what people added. */
  private static <T> List<T> whole(List<T> sent, List<T> base, List<T> here) {
    Set<T> all = new LinkedHashSet<>(sent);
    here.stream().filter(one -> !base.contains(one)).forEach(all::add);
    return List.copyOf(all);
  }

  private void compare(String field, List<String> before, List<String> after) {
    if (!Set.copyOf(before).equals(Set.copyOf(after))) {
      differences.add(
          new Difference(field, String.join(", ", before), String.join(", ", after), false));
    }
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
      long id = -1L - blockers.size();
      blockers.add(
          new PlanSnapshot.Blocker(
              id,
              blocker.kind(),
              blocker.reason(),
              blocker.awaits(),
              blocker.since(),
              blocker.sureness() == null ? Standing.STATED : Standing.PROPOSED,
              blocker.sureness()));
    }
    return new PlanSnapshot.Task(
        task.key(),
        task.text(),
        here == null ? sprint : here.sprint(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.dependsOn(),
        List.copyOf(blockers),
        false,
        here == null ? 0 : here.version());
  }
}
