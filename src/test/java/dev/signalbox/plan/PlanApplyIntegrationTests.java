package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.heldTask;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.timeline.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class PlanApplyIntegrationTests {

  private static final Actor ADA = Actor.person("ada");

  @Autowired private Plan plan;
  @Autowired private PlanBook book;
  @Autowired private TaskDesk desk;
  @Autowired private JdbcClient jdbc;

  private final ProjectKey project = freshKey();
  private final PlanEdit document =
      edit(
          "505",
          List.of(
              task("Y-1", TaskState.DONE),
              heldTask("Y-2", "the drawings are not there", "Y-1", "EXT-1"),
              task("Y-3", TaskState.TODO, "Y-2", "NOBODY-1")),
          List.of(
              new ExternalText(
                  "EXT-1", ExternalKind.TASK, "Drawings of the bridge", "Bridge office")));

  @BeforeEach
  void project() {
    plan.createProject(project, "Yard", ADA);
  }

  @Test
  void bringsADocumentIn() {
    long before = plan.version(project);
    long version = plan.apply(project, document, ADA);
    assertThat(version).isGreaterThan(before).isEqualTo(plan.version(project));
    PlanSnapshot snapshot = plan.snapshot(project);
    assertThat(snapshot.version()).isEqualTo(version);
    assertThat(snapshot.tasks())
        .extracting(t -> t.key().value())
        .containsExactly("Y-1", "Y-2", "Y-3");
    assertThat(snapshot.tasks().get(1).dependsOn()).containsExactly("Y-1", "EXT-1");
    assertThat(snapshot.tasks().get(1).blockers()).hasSize(1);
    assertThat(snapshot.tasks().get(2).stateDate()).isNull();
    assertThat(snapshot.externals()).hasSize(1);
    assertThat(book.log(project, null, new SprintKey("505"), null, 50).items()).hasSize(2);
    assertThat(book.risks(project, null, new SprintKey("505"), null, 50).items()).hasSize(1);
    assertThat(entries()).isEqualTo(1 + 1 + 3 + 1 + 1 + 1);
  }

  @Test
  void leavesNoTraceWhenNothingChanged() {
    long version = plan.apply(project, document, ADA);
    long entries = entries();
    TaskView before = view("Y-2");
    assertThat(plan.apply(project, document, ADA)).isEqualTo(version);
    assertThat(plan.version(project)).isEqualTo(version);
    assertThat(entries()).isEqualTo(entries);
    assertThat(view("Y-2")).isEqualTo(before);
  }

  @Test
  void replacesWhatADocumentBroughtAndKeepsWhatPeopleAdded() {
    plan.apply(project, document, ADA);
    perform("Y-2", new TaskCommand.AddDependency(new TargetKey("HAND-1")));
    perform("Y-2", new TaskCommand.Block(BlockerClass.PEOPLE, "nobody is free", null, null));
    perform(
        "Y-2",
        new TaskCommand.Edit(null, List.of("Track Guild", "Signal Guild", "Night shift"), null));
    long held = snapshotOf("Y-2").blockers().getFirst().id();
    TaskText changed =
        new TaskText(
            new TaskKey("Y-2"),
            "Lay the second track",
            TaskState.BLOCKED,
            null,
            List.of("Track Guild"),
            "yard",
            List.of("Y-1"),
            document.tasks().get(1).blockers());
    plan.apply(
        project,
        edit("505", List.of(document.tasks().get(0), changed, document.tasks().get(2))),
        ADA);
    PlanSnapshot.Task now = snapshotOf("Y-2");
    assertThat(now.text()).isEqualTo("Lay the second track");
    assertThat(now.dependsOn()).containsExactly("Y-1", "HAND-1");
    assertThat(now.owners()).containsExactly("Track Guild", "Night shift");
    assertThat(now.blockers())
        .extracting(PlanSnapshot.Blocker::reason)
        .containsExactly("the drawings are not there", "nobody is free");
    assertThat(now.blockers().getFirst().id()).isEqualTo(held);
    assertThat(plan.snapshot(project).externals()).hasSize(1);
  }

  @Test
  void endsABlockerThatTheDocumentNoLongerHas() {
    plan.apply(project, document, ADA);
    plan.apply(project, edit("505", List.of(task("Y-2", TaskState.TODO, "Y-1"))), ADA);
    assertThat(snapshotOf("Y-2").blockers()).isEmpty();
    BlockerView ended = view("Y-2").blockers().getFirst();
    assertThat(ended.holds()).isFalse();
    assertThat(ended.resolvedBy()).isEqualTo("ada");
    assertThat(view("Y-1").state()).isEqualTo(TaskState.DONE);
  }

  @Test
  void letsATaskStandForAnExternalItemOfTheSameKey() {
    plan.apply(project, document, ADA);
    plan.apply(project, edit("504", List.of(task("EXT-1", TaskState.DOING))), ADA);
    assertThat(plan.snapshot(project).externals()).isEmpty();
    assertThat(view("Y-2").dependencies().get(1).kind()).isEqualTo(DependencyView.Kind.TASK);
    long version = plan.version(project);
    assertThat(plan.apply(project, document, ADA)).isEqualTo(version);
  }

  @Test
  void refusesAnEditWholeAndSaysWhy() {
    plan.apply(project, document, ADA);
    long version = plan.version(project);
    PlanEdit bad =
        edit(
            "506",
            List.of(
                task("Z-1", TaskState.TODO, "Z-1"),
                task("Z-2", TaskState.TODO),
                task("Z-2", TaskState.TODO)));
    assertThat(plan.objections(project, bad))
        .containsExactly("Z-1 waits for itself", "Z-2 stands there twice");
    assertThatThrownBy(() -> plan.apply(project, bad, ADA)).isInstanceOf(PlanEditRefused.class);
    assertThat(plan.version(project)).isEqualTo(version);
    assertThat(book.sprint(project, null, new SprintKey("506"))).isEmpty();
  }

  @Test
  void leavesATaskOfAnotherSprintAlone() {
    plan.apply(project, document, ADA);
    TaskView before = view("Y-1");
    PlanEdit other =
        edit("506", List.of(task("Z-1", TaskState.TODO), task("Y-1", TaskState.TODO, "Z-1")));
    plan.apply(project, other, ADA);
    TaskView now = view("Y-1");
    assertThat(now.version()).isEqualTo(before.version());
    assertThat(now.sprint()).isEqualTo("505");
    assertThat(now.state()).isEqualTo(TaskState.DONE);
    assertThat(view("Z-1").sprint()).isEqualTo("506");
  }

  @Test
  void marksATaskThatItsDocumentNoLongerNamesAndTakesItBack() {
    plan.apply(project, document, ADA);
    NewTask byHand =
        new NewTask(new TaskKey("H-1"), new SprintKey("505"), "By hand", List.of(), "", List.of());
    desk.create(project, byHand, ADA);
    plan.apply(project, edit("504", List.of(task("X-1", TaskState.TODO))), ADA);
    List<TaskKey> gone =
        List.of(
            new TaskKey("Y-3"), new TaskKey("H-1"), new TaskKey("X-1"), new TaskKey("NOT-HERE"));
    plan.apply(project, without(gone), ADA);
    assertThat(plan.snapshot(project).tasks())
        .filteredOn(PlanSnapshot.Task::absent)
        .extracting(t -> t.key().value())
        .containsExactly("Y-3");
    assertThat(view("Y-3").absentSince()).isNotNull();
    long version = plan.version(project);
    assertThat(plan.apply(project, without(gone), ADA)).isEqualTo(version);
    plan.apply(project, document, ADA);
    assertThat(view("Y-3").absentSince()).isNull();
    assertThat(actions("Y-3")).containsExactly("task.created", "task.left-plan", "task.returned");
  }

  private PlanEdit without(List<TaskKey> absent) {
    return new PlanEdit(
        document.sprint(),
        document.tasks().subList(0, 2),
        document.externals(),
        document.log(),
        document.risks(),
        absent);
  }

  private List<String> actions(String key) {
    return jdbc.sql(
            "select action from timeline_entry where project = :project and object_key = :key"
                + " order by id")
        .param("project", project.value())
        .param("key", key)
        .query(String.class)
        .list();
  }

  @Test
  void refusesCharactersThatCannotBeStored() {
    PlanEdit bad = edit("505", List.of(heldTask("Y-1", "a NUL \u0000 here")));
    assertThat(plan.objections(project, bad)).hasSize(1).first().asString().contains("U+0000");
  }

  @Test
  void takesACircleThatADocumentBrings() {
    plan.apply(
        project,
        edit(
            "505", List.of(task("Y-1", TaskState.TODO, "Y-2"), task("Y-2", TaskState.TODO, "Y-1"))),
        ADA);
    assertThat(plan.snapshot(project).tasks()).hasSize(2);
  }

  @Test
  void neverGivesAVersionTwice() {
    long first = plan.apply(project, document, ADA);
    PlanEdit bad = edit("505", List.of(task("Y-9", TaskState.TODO, "Y-9")));
    assertThatThrownBy(() -> plan.apply(project, bad, ADA)).isInstanceOf(PlanEditRefused.class);
    assertThat(plan.version(project)).isEqualTo(first);
    assertThat(plan.apply(project, edit("505", List.of(task("Y-9", TaskState.TODO))), ADA))
        .isGreaterThan(first);
  }

  @Test
  void takesFiveThousandTasksInSeconds() {
    List<TaskText> tasks = new ArrayList<>();
    IntStream.range(0, 5_000)
        .forEach(i -> tasks.add(heldTask("N-" + i, "reason " + i, i == 0 ? "X" : "N-" + (i - 1))));
    long start = System.nanoTime();
    plan.apply(project, edit("505", tasks), ADA);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(plan.snapshot(project).tasks()).hasSize(5_000);
  }

  private void perform(String key, TaskCommand command) {
    PlanVerdict verdict =
        desk.perform(project, new TaskKey(key), view(key).version(), command, ADA);
    assertThat(verdict).isInstanceOf(PlanVerdict.Changed.class);
  }

  private TaskView view(String key) {
    return book.task(project, null, new TaskKey(key)).orElseThrow();
  }

  private PlanSnapshot.Task snapshotOf(String key) {
    return plan.snapshot(project).tasks().stream()
        .filter(task -> task.key().value().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private long entries() {
    return jdbc.sql("select count(*) from timeline_entry where project = :project")
        .param("project", project.value())
        .query(Long.class)
        .single();
  }
}
