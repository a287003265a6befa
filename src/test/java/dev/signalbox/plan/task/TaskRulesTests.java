package dev.signalbox.plan.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanLogic;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.sprint.SprintRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class TaskRulesTests {

  private static final ProjectKey PROJECT = new ProjectKey("demo");
  private static final TaskKey TASK = new TaskKey("T-1");

  private final FakeLogic logic = new FakeLogic();
  private final TaskRules rules = new TaskRules(new SprintRows(null), provider(logic));

  /** Answers what it was told to. */
  private static final class FakeLogic implements PlanLogic {
    private List<String> path = List.of();
    private List<String> holds = List.of();

    @Override
    public List<String> path(ProjectKey project, String from, String to) {
      return path;
    }

    @Override
    public List<String> holds(ProjectKey project, TaskKey task) {
      return holds;
    }
  }

  @Test
  void refusesToFinishOverWhatHoldsUnlessAReasonIsStated() {
    logic.holds = List.of("T-2 is not done.");
    assertThat(rules.objection(PROJECT, TASK, new TaskCommand.Finish(null)))
        .contains(new PlanVerdict.Refused("T-2 is not done."));
    assertThat(rules.objection(PROJECT, TASK, new TaskCommand.Finish("agreed"))).isEmpty();
    logic.holds = List.of();
    assertThat(rules.objection(PROJECT, TASK, new TaskCommand.Finish(null))).isEmpty();
  }

  @Test
  void refusesACircleWithTheWholeWayRound() {
    logic.path = List.of("T-3", "T-2", "T-1");
    TargetKey target = new TargetKey("T-3");
    PlanVerdict circle = new PlanVerdict.Cycle(List.of("T-1", "T-3", "T-2", "T-1"));
    assertThat(rules.objection(PROJECT, TASK, new TaskCommand.AddDependency(target)))
        .contains(circle);
    assertThat(
            rules.objection(
                PROJECT,
                TASK,
                new TaskCommand.Block(BlockerClass.UPSTREAM_TASK, "waits", target, null)))
        .contains(circle);
    logic.path = List.of();
    assertThat(rules.objection(PROJECT, TASK, new TaskCommand.AddDependency(target))).isEmpty();
  }

  @Test
  void refusesASelfLinkWithoutAskingAnyone() {
    assertThat(
            rules.objection(
                PROJECT, TASK, new TaskCommand.AddDependency(new TargetKey(TASK.value()))))
        .contains(new PlanVerdict.Cycle(List.of("T-1", "T-1")));
  }

  private static ObjectProvider<PlanLogic> provider(PlanLogic logic) {
    return new ObjectProvider<>() {
      @Override
      public PlanLogic getObject() {
        return logic;
      }
    };
  }
}
