package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task without a key keeps the name that it landed with, wherever its text moves to. */
class KeylessTasksTests {

  private static final String TITLE = "# Sprint 7 - Harbour\n\n";
  private final Yard yard = new Yard();

  private static String table(String text) {
    return TITLE
        + "| State | Task | Owners |\n|---|---|---|\n| TODO | %s | Yard |\n| TODO | Paint it | Yard |\n"
            .formatted(text);
  }

  private static String list(String text) {
    return TITLE + "- [ ] %s\n- [ ] Paint it\n".formatted(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lay the track",
        "Lay [the track](https://rail.example/track) at once",
        "Lay the **long** track",
        "Die Bru\u0308cke bauen",
        "Lay a track so long that its text does not fit into the sixty characters of a key"
      })
  void hasOneNameInATableAndInAList(String text) {
    yard.apply("7.md", table(text));
    var inTable = yard.plan.tasks().stream().map(PlanSnapshot.Task::key).toList();
    Draft moved = yard.apply("7.md", list(text));
    assertThat(moved.keys().renamed()).isEmpty();
    assertThat(yard.plan.tasks()).extracting(PlanSnapshot.Task::key).isEqualTo(inTable);
    assertThat(yard.plan.tasks()).noneMatch(PlanSnapshot.Task::absent);
  }

  /** As if a document had been applied when keys were made otherwise. */
  private static TaskText named(TaskText task, String key) {
    return new TaskText(
        new TaskKey(key),
        task.text(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.source(),
        task.dependsOn(),
        task.blockers());
  }

  @Test
  void keepsTheNameThatAnOlderRuleMade() {
    Draft draft = yard.draft("7.md", list("Lay the track"));
    PlanEdit said = draft.said();
    yard.plan = draft.merge().future();
    yard.change(
        "lay-the-track",
        task ->
            new PlanSnapshot.Task(
                new TaskKey("an-older-name"),
                task.text(),
                task.sprint(),
                task.state(),
                task.stateDate(),
                task.owners(),
                task.dependsOn(),
                task.blockers(),
                task.absent(),
                task.version()));
    yard.past.said(
        new PlanEdit(
            said.sprint(),
            List.of(named(said.tasks().getFirst(), "an-older-name"), said.tasks().getLast()),
            said.externals(),
            said.log(),
            said.risks()),
        draft.reading().dialect());
    yard.apply("7.md", list("Lay the track").replace("[ ] Lay", "[x] Lay"));
    assertThat(yard.plan.tasks())
        .extracting(task -> task.key().value())
        .containsExactlyInAnyOrder("an-older-name", "paint-it");
    assertThat(yard.task("an-older-name").state().isEnded()).isTrue();
    assertThat(yard.task("an-older-name").absent()).isFalse();
  }
}
