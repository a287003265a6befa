package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.heldTask;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class TaskDeskIntegrationTests {

  private static final Actor ADA = Actor.person("ada");

  @Autowired private Plan plan;
  @Autowired private PlanBook book;
  @Autowired private TaskDesk desk;
  @Autowired private ExternalDesk externals;
  @Autowired private SprintDesk sprints;
  @Autowired private JdbcClient jdbc;

  private final ProjectKey project = freshKey();

  @BeforeEach
  void document() {
    plan.createProject(project, "Yard", ADA);
    plan.apply(
        project,
        edit(
            "505",
            List.of(
                task("Y-1", TaskState.TODO),
                task("Y-2", TaskState.TODO, "Y-1"),
                task("Y-3", TaskState.TODO, "Y-2"),
                heldTask("Y-4", "the drawings are not there"))),
        ADA);
  }

  @Test
  void performsAVerbWithOneEntryOfBeforeAndAfter() {
    long version = plan.version(project);
    PlanVerdict verdict = perform("Y-1", new TaskCommand.Start());
    assertThat(verdict).isEqualTo(new PlanVerdict.Changed("Y-1", 1, plan.version(project)));
    assertThat(plan.version(project)).isGreaterThan(version);
    assertThat(history("Y-1")).containsExactly("task.created", "task.started");
    String after =
        jdbc.sql(
                "select before->>'state' || '>' || (after->>'state') from timeline_entry"
                    + " where project = :project and action = 'task.started'")
            .param("project", project.value())
            .query(String.class)
            .single();
    assertThat(after).isEqualTo("TODO>DOING");
  }

  @Test
  void countsEveryChangeOfAPartAsAChangeOfTheTask() {
    assertThat(version(perform("Y-4", unblock(null)))).isEqualTo(1);
    assertThat(version(perform("Y-4", link("Y-1")))).isEqualTo(2);
    assertThat(version(perform("Y-4", new TaskCommand.RemoveDependency(new TargetKey("Y-1")))))
        .isEqualTo(3);
    assertThat(view("Y-4").version()).isEqualTo(3);
  }

  @Test
  void leavesOtherEdgesAloneWhenOneIsAdded() {
    String ids =
        "select min(d.id) from dependency d join task t on t.id = d.task_id"
            + " where t.project = :project and t.key = 'Y-3'";
    long before = jdbc.sql(ids).param("project", project.value()).query(Long.class).single();
    perform("Y-3", link("Y-1"));
    assertThat(jdbc.sql(ids).param("project", project.value()).query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void refusesAStaleVersion() {
    perform("Y-1", new TaskCommand.Start());
    assertThat(desk.perform(project, new TaskKey("Y-1"), 0, new TaskCommand.Start(), ADA))
        .isEqualTo(new PlanVerdict.Stale(1));
  }

  @Test
  void refusesACircleAndShowsThePath() {
    long version = plan.version(project);
    assertThat(perform("Y-1", link("Y-3")))
        .isEqualTo(new PlanVerdict.Cycle(List.of("Y-1", "Y-3", "Y-2", "Y-1")));
    assertThat(perform("Y-1", link("Y-1"))).isEqualTo(new PlanVerdict.Cycle(List.of("Y-1", "Y-1")));
    TaskCommand awaiting =
        new TaskCommand.Block(
            BlockerClass.UPSTREAM_TASK, "waits in words", new TargetKey("Y-2"), null);
    assertThat(perform("Y-1", awaiting)).isInstanceOf(PlanVerdict.Cycle.class);
    assertThat(plan.version(project)).isEqualTo(version);
  }

  @Test
  void refusesACircleOverAKeyThatDidNotExist() {
    perform("Y-1", link("LATER-1"));
    NewTask later =
        new NewTask(
            new TaskKey("LATER-1"),
            new SprintKey("505"),
            "Comes later",
            List.of(),
            "",
            List.of(new TargetKey("Y-3")));
    assertThat(desk.create(project, later, ADA))
        .isEqualTo(new PlanVerdict.Cycle(List.of("LATER-1", "Y-3", "Y-2", "Y-1", "LATER-1")));
  }

  @Test
  void finishesOverOpenDependenciesOnlyWithAStatedOverride() {
    assertThat(perform("Y-2", new TaskCommand.Finish(null)))
        .isInstanceOf(PlanVerdict.Refused.class);
    assertThat(perform("Y-2", new TaskCommand.Finish("done on the old track")))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(view("Y-2").closingNote()).isEqualTo("done on the old track");
    String override =
        jdbc.sql(
                "select after->>'override' from timeline_entry"
                    + " where project = :project and action = 'task.finished'")
            .param("project", project.value())
            .query(String.class)
            .single();
    assertThat(override).isEqualTo("done on the old track");
  }

  @Test
  void finishesWithoutAWordWhenNothingHoldsIt() {
    assertThat(perform("Y-1", new TaskCommand.Finish(null)))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(perform("Y-2", new TaskCommand.Finish(null)))
        .isInstanceOf(PlanVerdict.Changed.class);
  }

  @Test
  void waitsForAnExternalItemUntilItIsClosedByEvidence() {
    TargetKey key = new TargetKey("contract of the crane");
    externals.create(project, key, new ExternalLines("Crane", "Buyer", null), ADA);
    perform("Y-1", new TaskCommand.AddDependency(key));
    assertThat(perform("Y-1", new TaskCommand.Finish(null)))
        .isInstanceOf(PlanVerdict.Refused.class);
    assertThat(close(key, " ")).isInstanceOf(PlanVerdict.Refused.class);
    assertThat(close(key, "signed on page 9")).isInstanceOf(PlanVerdict.Changed.class);
    assertThat(perform("Y-1", new TaskCommand.Finish(null)))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(externals.revoke(project, key, 1, "the wrong page", ADA))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(book.external(project, null, key).orElseThrow().closed()).isFalse();
  }

  @Test
  void letsExactlyOneOfFiftyParallelEditsWinPerVersion() throws Exception {
    int editors = 50;
    CyclicBarrier together = new CyclicBarrier(editors);
    List<Callable<PlanVerdict>> edits = new ArrayList<>();
    for (int i = 0; i < editors; i++) {
      TaskCommand edit = new TaskCommand.Edit("Text of editor " + i, null, null);
      edits.add(
          () -> {
            together.await();
            return desk.perform(project, new TaskKey("Y-1"), 0, edit, ADA);
          });
    }
    List<PlanVerdict> verdicts = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<PlanVerdict> verdict : threads.invokeAll(edits)) {
        verdicts.add(verdict.get());
      }
    }
    assertThat(verdicts).filteredOn(v -> v instanceof PlanVerdict.Changed).hasSize(1);
    assertThat(verdicts).filteredOn(v -> v instanceof PlanVerdict.Stale).hasSize(editors - 1);
    assertThat(view("Y-1").version()).isEqualTo(1);
    assertThat(history("Y-1")).containsExactly("task.created", "task.edited");
  }

  @Test
  void refusesTextsThatCannotBeStored() {
    assertThat(perform("Y-1", new TaskCommand.Edit("a\u0000b", null, null)))
        .isInstanceOf(PlanVerdict.Refused.class);
    assertThat(perform("Y-1", new TaskCommand.Cancel("shown \u202e backwards")))
        .isInstanceOf(PlanVerdict.Refused.class);
  }

  @Test
  void forbidsASelfLinkInTheDatabaseToo() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into dependency (task_id, task, target, origin)
                        select id, key, key, 'HAND' from task where project = :project
                        """)
                    .param("project", project.value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("no_task_waits_for_itself");
  }

  @Test
  void movesATaskBehindTheOthersOfAnotherSprint() {
    sprints.create(project, new SprintKey("506"), new SprintLines("Next", "", "", List.of()), ADA);
    perform("Y-1", new TaskCommand.Edit(null, null, new SprintKey("506")));
    assertThat(view("Y-1").sprint()).isEqualTo("506");
    assertThat(view("Y-1").previous()).isEqualTo("Y-4");
    assertThat(perform("Y-1", new TaskCommand.Edit(null, null, new SprintKey("none"))))
        .isInstanceOf(PlanVerdict.Refused.class);
  }

  private PlanVerdict perform(String key, TaskCommand command) {
    return desk.perform(project, new TaskKey(key), view(key).version(), command, ADA);
  }

  private TaskView view(String key) {
    return book.task(project, null, new TaskKey(key)).orElseThrow();
  }

  private static long version(PlanVerdict verdict) {
    return ((PlanVerdict.Changed) verdict).version();
  }

  private static TaskCommand link(String target) {
    return new TaskCommand.AddDependency(new TargetKey(target));
  }

  private static TaskCommand unblock(Long blocker) {
    return new TaskCommand.Unblock(blocker, "it is there");
  }

  private List<String> history(String key) {
    return jdbc.sql(
            "select action from timeline_entry where project = :project and object_key = :key"
                + " order by id")
        .param("project", project.value())
        .param("key", key)
        .query(String.class)
        .list();
  }

  private PlanVerdict close(TargetKey key, String note) {
    return externals.close(project, key, 0, StatedEvidence.statement(note), ADA);
  }
}
