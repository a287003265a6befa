package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static dev.signalbox.plan.PlanFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.timeline.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SignalboxTest
class SprintWardenIntegrationTests {

  private static final Actor ADA = Actor.person("ada");
  private static final SprintKey EARLY = new SprintKey("504");
  private static final SprintKey LATE = new SprintKey("505");

  @Autowired private Plan plan;
  @Autowired private PlanBook book;
  @Autowired private SprintDesk desk;
  @Autowired private SprintWarden warden;
  @Autowired private TaskDesk tasks;

  private final ProjectKey project = freshKey();

  @BeforeEach
  void project() {
    plan.createProject(project, "Yard", ADA);
    plan.apply(project, edit("504", List.of(task("Y-1", TaskState.TODO))), ADA);
    plan.apply(project, edit("505", List.of(task("Y-2", TaskState.DONE))), ADA);
  }

  @Test
  void archivesASprintWithoutOpenTasksAndLeavesItOutOfLists() {
    assertThat(warden.archive(project, EARLY, version(EARLY), ADA))
        .isEqualTo(new PlanVerdict.Refused("Sprint 504 has open tasks: Y-1."));
    assertThat(warden.archive(project, LATE, 99, ADA)).isInstanceOf(PlanVerdict.Stale.class);
    changed(warden.archive(project, LATE, version(LATE), ADA));
    assertThat(warden.archive(project, LATE, version(LATE), ADA))
        .isInstanceOf(PlanVerdict.Unchanged.class);
    assertThat(book.sprints(project, null, false, null, 50).items())
        .extracting(SprintView::key)
        .containsExactly("504");
    assertThat(book.sprints(project, null, true, null, 50).items()).hasSize(2);
    assertThat(view(LATE).archived()).isTrue();
    NewTask late = new NewTask(new TaskKey("Y-3"), LATE, "Too late", List.of(), "", List.of());
    assertThat(tasks.create(project, late, ADA)).isInstanceOf(PlanVerdict.Refused.class);
    changed(warden.unarchive(project, LATE, version(LATE), ADA));
    assertThat(view(LATE).archived()).isFalse();
    changed(tasks.create(project, late, ADA));
  }

  @Test
  void waivesADependencyWithAReasonThatStaysWithItsName() {
    assertThat(view(LATE).dependencies())
        .containsExactly(new SprintView.Dependency("504", "504", false, null, null));
    assertThat(warden.waive(project, LATE, version(LATE), "503", "not here", ADA))
        .isInstanceOf(PlanVerdict.Refused.class);
    assertThat(warden.waive(project, LATE, version(LATE), "504", " ", ADA))
        .isInstanceOf(PlanVerdict.Refused.class);
    changed(warden.waive(project, LATE, version(LATE), "504", "the rails lie", ADA));
    SprintView.Dependency waived =
        new SprintView.Dependency("504", "504", true, "the rails lie", "ada");
    assertThat(view(LATE).dependencies()).containsExactly(waived);
    SprintLines other = new SprintLines("Yard", "", "", List.of("503", "504"));
    changed(desk.edit(project, LATE, version(LATE), other, ADA));
    assertThat(view(LATE).dependencies())
        .containsExactly(new SprintView.Dependency("503", null, false, null, null), waived);
    PlanSnapshot.Sprint late = plan.snapshot(project).sprints().getLast();
    assertThat(late.dependsOn().getLast().waived()).isTrue();
    changed(warden.unwaive(project, LATE, version(LATE), "504", ADA));
    assertThat(view(LATE).dependencies().getLast().waived()).isFalse();
  }

  private SprintView view(SprintKey key) {
    return book.sprint(project, null, key).orElseThrow();
  }

  private long version(SprintKey key) {
    return view(key).version();
  }

  private static void changed(PlanVerdict verdict) {
    assertThat(verdict).isInstanceOf(PlanVerdict.Changed.class);
  }
}
