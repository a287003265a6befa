package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same edit in composed Unicode, without white space around its texts and without repetitions
 * in its lists, so that what is compared with the plan is what would be stored.
 */
final class CleanEdit {

  private CleanEdit() {}

  static PlanEdit of(PlanEdit edit) {
    SprintText sprint = edit.sprint();
    return new PlanEdit(
        new SprintText(
            Wording.clean(sprint.key()),
            Wording.clean(sprint.title()),
            Wording.clean(sprint.section()),
            Wording.clean(sprint.summary()),
            lines(sprint.dependsOn())),
        edit.tasks().stream().map(CleanEdit::task).toList(),
        edit.externals().stream().map(CleanEdit::external).distinct().toList(),
        edit.log().stream().map(CleanEdit::log).toList(),
        edit.risks().stream().map(risk -> new RiskText(Wording.clean(risk.text()))).toList(),
        edit.absent().stream().distinct().toList());
  }

  private static TaskText task(TaskText task) {
    return new TaskText(
        task.key(),
        Wording.clean(task.text()),
        task.state(),
        task.stateDate(),
        lines(task.owners()),
        Wording.clean(task.source()),
        lines(task.dependsOn()),
        task.blockers().stream().map(CleanEdit::blocker).distinct().toList());
  }

  private static BlockerText blocker(BlockerText blocker) {
    return new BlockerText(
        blocker.kind(),
        Wording.clean(blocker.reason()),
        line(blocker.awaits()),
        blocker.since(),
        blocker.sureness());
  }

  private static ExternalText external(ExternalText external) {
    return new ExternalText(
        Wording.clean(external.key()),
        external.kind(),
        Wording.clean(external.text()),
        line(external.owner()));
  }

  private static LogText log(LogText log) {
    return new LogText(
        log.on(),
        Wording.clean(log.text()),
        Wording.clean(log.owner()),
        log.repeated(),
        log.stranded());
  }

  private static List<String> lines(List<String> lines) {
    return lines.stream().map(Wording::clean).filter(s -> !s.isEmpty()).distinct().toList();
  }

  private static @Nullable String line(@Nullable String text) {
    return text == null || text.isBlank() ? null : Wording.clean(text);
  }
}
