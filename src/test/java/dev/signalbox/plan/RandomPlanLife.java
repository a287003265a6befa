package dev.signalbox.plan;

import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.timeline.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What could happen to a plan: imports and commands of every kind, from a seed. */
public final class RandomPlanLife {

  private static final Actor ADA = Actor.person("ada");
  private static final List<String> SPRINTS = List.of("501", "502", "503");

  /** All places at which a plan is changed. */
  @Component
  public record Desks(
      Plan plan,
      PlanBook book,
      TaskDesk tasks,
      SprintDesk sprints,
      SprintWarden warden,
      ExternalDesk externals) {}

  private final Desks desks;
  private final ProjectKey project;
  private final Random random;
  private final Set<String> performed = new TreeSet<>();
  private int made;

  public RandomPlanLife(Desks desks, ProjectKey project, Random random) {
    this.desks = desks;
    this.project = project;
    this.random = random;
  }

  /** Kinds of changes that took effect so far. */
  Set<String> performed() {
    return performed;
  }

  public void step() {
    PlanSnapshot now = desks.plan().snapshot(project);
    if (now.tasks().isEmpty() || random.nextInt(5) == 0) {
      desks.plan().apply(project, document(now), ADA);
      performed.add("apply");
    } else if (random.nextInt(4) == 0) {
      sprintOrExternal(now);
    } else {
      task(now);
    }
  }

  private PlanEdit document(PlanSnapshot now) {
    String sprint = pick(SPRINTS);
    List<String> keys =
        new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> "T-" + sprint + "-" + i).toList());
    if (random.nextInt(3) == 0) {
      Collections.shuffle(keys, random);
    }
    keys.removeIf(key -> random.nextInt(4) == 0);
    keys.add("T-501-0".equals(keys.isEmpty() ? "" : keys.getFirst()) ? "T-9" : "T-501-0");
    List<TaskKey> absent =
        now.tasks().stream()
            .filter(task -> task.sprint().equals(sprint))
            .map(PlanSnapshot.Task::key)
            .filter(key -> !keys.contains(key.value()))
            .toList();
    return new PlanEdit(
        new SprintText(sprint, "Title " + random.nextInt(3), "", "", some("501", "502", "Gone")),
        keys.stream().distinct().map(this::text).toList(),
        some("E-1", "E-2", "T-503-1").stream().map(this::external).toList(),
        List.of(),
        List.of(),
        absent);
  }

  private TaskText text(String key) {
    List<BlockerText> blockers =
        some("drawings", "crane").stream()
            .map(
                awaits ->
                    new BlockerText(
                        pick(List.of(BlockerClass.values())),
                        "waits for " + awaits + random.nextInt(2),
                        random.nextInt(3) == 0 ? null : awaits,
                        day(),
                        random.nextInt(3) == 0 ? null : 70))
            .toList();
    return new TaskText(
        new TaskKey(key),
        "Text " + random.nextInt(3),
        pick(List.of(TaskState.values())),
        day(),
        some("Ada", "Bob"),
        "",
        some("E-1", "X-1", "T-500"),
        blockers);
  }

  private ExternalText external(String key) {
    return new ExternalText(
        key, pick(List.of(ExternalKind.values())), "E" + random.nextInt(2), pick("Guild"));
  }

  private void task(PlanSnapshot now) {
    List<PlanSnapshot.Task> read =
        now.tasks().stream()
            .filter(t -> t.blockers().stream().anyMatch(b -> b.standing() == Standing.PROPOSED))
            .toList();
    boolean judge = !read.isEmpty() && random.nextInt(3) == 0;
    PlanSnapshot.Task task = pick(judge ? read : now.tasks());
    if (random.nextInt(8) == 0) {
      SprintKey sprint = new SprintKey(task.sprint());
      TaskKey key = new TaskKey("H-" + made++);
      NewTask draft =
          new NewTask(key, sprint, "By hand", List.of(), "", List.of(new TargetKey("E-2")));
      took("create", desks.tasks().create(project, draft, ADA));
      return;
    }
    TaskCommand command = command(now, task);
    PlanVerdict verdict = desks.tasks().perform(project, task.key(), task.version(), command, ADA);
    took(command.getClass().getSimpleName(), verdict);
  }

  private TaskCommand command(PlanSnapshot now, PlanSnapshot.Task task) {
    long blocker = task.blockers().isEmpty() ? 0 : pick(task.blockers()).id();
    if (random.nextInt(6) == 0) {
      return new TaskCommand.Confirm(blocker);
    }
    SprintKey sprint = new SprintKey(pick(now.sprints()).key());
    return switch (random.nextInt(12)) {
      case 0 -> new TaskCommand.Start();
      case 1 ->
          new TaskCommand.Block(BlockerClass.PEOPLE, "r" + made++, new TargetKey("E-1"), day());
      case 2 -> new TaskCommand.Unblock(random.nextBoolean() ? blocker : null, "came");
      case 3 -> new TaskCommand.Finish("all the same");
      case 4 -> new TaskCommand.Reopen();
      case 5 -> new TaskCommand.Cancel("not needed");
      case 6 -> new TaskCommand.Edit("Words " + made++, some("Eve"), sprint);
      case 7 -> new TaskCommand.AddDependency(new TargetKey(pick("A-1", "E-9", "Z-1")));
      case 8 -> new TaskCommand.RemoveDependency(new TargetKey(pick("A-1", "E-1", "X-1")));
      case 9 -> new TaskCommand.Confirm(blocker);
      case 10 -> new TaskCommand.Drop(blocker, "no");
      default -> new TaskCommand.Correct(blocker, BlockerClass.DECISION, new TargetKey("E-2"));
    };
  }

  private void sprintOrExternal(PlanSnapshot now) {
    SprintView sprint =
        desks.book().sprint(project, null, new SprintKey(pick(now.sprints()).key())).orElseThrow();
    SprintKey key = new SprintKey(sprint.key());
    long version = sprint.version();
    SprintWarden warden = desks.warden();
    switch (random.nextInt(8)) {
      case 0 -> took("archive", warden.archive(project, key, version, ADA));
      case 1 -> took("unarchive", warden.unarchive(project, key, version, ADA));
      case 2 -> took("waive", warden.waive(project, key, version, pick("501", "Gone"), "why", ADA));
      case 3 -> took("unwaive", warden.unwaive(project, key, version, pick("501", "Gone"), ADA));
      case 4 -> {
        SprintLines lines = new SprintLines("By hand", "S", "", some("Gone", "501", "New"));
        took("sprint", desks.sprints().edit(project, key, version, lines, ADA));
      }
      default -> external();
    }
  }

  private void external() {
    TargetKey key = new TargetKey(pick("E-1", "E-2", "E-3"));
    ExternalLines lines = new ExternalLines("By hand", pick("Guild", null), day());
    ExternalDesk desk = desks.externals();
    Optional<ExternalView> there = desks.book().external(project, null, key);
    if (there.isEmpty()) {
      took("external", desk.create(project, key, lines, ADA));
      return;
    }
    long version = there.get().version();
    if (random.nextInt(3) == 0) {
      took("edit", desk.edit(project, key, version, lines, ADA));
    } else if (there.get().closed()) {
      took("revoke", desk.revoke(project, key, version, "it is not", ADA));
    } else {
      took("close", desk.close(project, key, version, StatedEvidence.statement("it is"), ADA));
    }
  }

  private void took(String what, PlanVerdict verdict) {
    if (verdict instanceof PlanVerdict.Changed) {
      performed.add(what);
    }
  }

  private @Nullable LocalDate day() {
    return random.nextBoolean() ? null : LocalDate.of(2025, 11, 1 + random.nextInt(20));
  }

  private List<String> some(String... all) {
    List<String> some = new ArrayList<>(List.of(all));
    some.removeIf(each -> random.nextBoolean());
    Collections.shuffle(some, random);
    return some;
  }

  @SafeVarargs
  private <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
