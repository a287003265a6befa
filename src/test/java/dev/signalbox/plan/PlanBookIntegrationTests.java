package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.heldTask;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SignalboxTest
class PlanBookIntegrationTests {

  private static final Actor ADA = Actor.person("ada");

  @Autowired private Plan plan;
  @Autowired private PlanBook book;
  @Autowired private TaskDesk desk;

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
  void showsATaskWithAllThatBelongsToIt() {
    TaskCommand link = new TaskCommand.AddDependency(new TargetKey("NOBODY-1"));
    desk.perform(project, new TaskKey("Y-2"), 0, link, ADA);
    TaskView view = view("Y-2");
    assertThat(view.place()).isEqualTo(2);
    assertThat(view.previous()).isEqualTo("Y-1");
    assertThat(view.next()).isEqualTo("Y-3");
    assertThat(view.dependencies())
        .extracting(DependencyView::kind)
        .containsExactly(DependencyView.Kind.TASK, DependencyView.Kind.UNKNOWN);
    assertThat(view.dependents()).extracting(DependencyView::key).containsExactly("Y-3");
    assertThat(view("Y-1").mentions())
        .extracting(LogView::text)
        .containsExactly("Finished Y-1: rails lie");
    assertThat(view("Y-4").blockers().getFirst().ageDays()).isNull();
  }

  @Test
  void pagesThroughTasksInEveryOrderWithoutSkipping() {
    for (TaskSort sort : TaskSort.values()) {
      List<String> keys = new ArrayList<>();
      String cursor = null;
      do {
        var page =
            book.tasks(project, null, new TaskQuery(Set.of(), null, null, null, sort, cursor, 3));
        page.items().forEach(line -> keys.add(line.key()));
        cursor = page.next();
      } while (cursor != null);
      assertThat(keys).as(sort.name()).containsExactlyInAnyOrder("Y-1", "Y-2", "Y-3", "Y-4");
    }
  }

  @Test
  void findsTasksByStateOwnerSprintAndWords() {
    assertThat(
            found(
                new TaskQuery(Set.of(TaskState.BLOCKED), null, null, null, TaskSort.PLAN, null, 9)))
        .containsExactly("Y-4");
    assertThat(found(new TaskQuery(Set.of(), "Signal Guild", null, null, TaskSort.PLAN, null, 9)))
        .containsExactly("Y-4");
    assertThat(found(new TaskQuery(Set.of(), null, null, "work OF y-3", TaskSort.KEY, null, 9)))
        .containsExactly("Y-3");
    assertThat(
            found(new TaskQuery(Set.of(), null, new SprintKey("1"), null, TaskSort.PLAN, null, 9)))
        .isEmpty();
    assertThat(found(new TaskQuery(Set.of(), null, null, "' or 1=1 --", TaskSort.PLAN, null, 9)))
        .isEmpty();
  }

  private List<String> found(TaskQuery query) {
    return book.tasks(project, null, query).items().stream().map(TaskLine::key).toList();
  }

  private TaskView view(String key) {
    return book.task(project, null, new TaskKey(key)).orElseThrow();
  }
}
