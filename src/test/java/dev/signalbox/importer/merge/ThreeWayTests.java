package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.Consent.Word;
import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the last document said, what this one says, and what people changed in between. */
class ThreeWayTests {

  private static final String FIRST =
      Yard.table(
          "# Sprint 7 - Night shift",
          "OPS-1 | TODO | Paint the signal. | Ann (yard/north)",
          "OPS-2 | TODO | Oil the points. | Bo (yard/north)");

  private final Yard yard = new Yard();

  private void renameHere(String title) {
    SprintText old = yard.past.lines.get("7");
    yard.past.lines.put(
        "7", new SprintText("7", title, old.section(), old.summary(), List.of("Sprint 6")));
  }

  private static final String WAITING =
      """
      # Sprint 7 - Night shift

      | ID | State | Task | Depends on |
      |---|---|---|---|
      | OPS-1 | TODO | Paint the signal. | LAMP-61-001 |
      """;

  private static PlanSnapshot.Task started(PlanSnapshot.Task task, LocalDate on) {
    return new PlanSnapshot.Task(
        task.key(),
        task.text(),
        task.sprint(),
        TaskState.DOING,
        on,
        task.owners(),
        task.dependsOn(),
        task.blockers(),
        task.absent(),
        task.version() + 1);
  }

  @Test
  void keepsTheTitleThatPeopleGaveAndWhatTheyLetItWaitFor() {
    yard.apply("7.md", FIRST);
    renameHere("Late shift");
    Draft next = yard.draft("7.md", FIRST.replace("Oil the", "Grease the"));
    assertThat(next.needsChoice()).isFalse();
    assertThat(next.edit().sprint().title()).isEqualTo("Late shift");
    assertThat(next.edit().sprint().dependsOn()).containsExactly("Sprint 6");
  }

  @Test
  void asksWhereBothGaveAnotherTitle() {
    yard.apply("7.md", FIRST);
    renameHere("Late shift");
    String text = FIRST.replace("Night shift", "Graveyard shift");
    Draft asking = yard.draft("7.md", text);
    assertThat(asking.needsChoice()).isTrue();
    assertThat(asking.conflicts()).extracting(Conflict::id).containsExactly("@7/title");
    Consent document = new Consent(false, null, Map.of("@7/title", Word.DOCUMENT));
    assertThat(yard.draft("7.md", text, null, document).edit().sprint().title())
        .isEqualTo("Graveyard shift");
    Consent here = new Consent(false, Word.HERE, Map.of());
    Draft kept = yard.apply(yard.draft("7.md", text, null, here));
    assertThat(kept.edit().sprint().title()).isEqualTo("Late shift");
    assertThat(yard.draft("7.md", text).needsChoice()).isFalse();
  }

  @Test
  void keepsTheSourceThatPeopleChanged() {
    yard.apply("7.md", FIRST);
    TaskKey key = new TaskKey("OPS-1");
    assertThat(yard.past.sources).containsEntry(key, "yard/north");
    yard.past.sources.put(key, "yard/east");
    Draft same = yard.draft("7.md", FIRST + "\n");
    assertThat(same.needsChoice()).isFalse();
    Draft both = yard.draft("7.md", FIRST.replace("Ann (yard/north)", "Ann (yard/west)"));
    assertThat(both.conflicts()).extracting(Conflict::id).containsExactly("OPS-1/source");
  }

  @Test
  void keepsWhatAnotherLayoutDoesNotSpeakOf() {
    yard.apply("7.md", FIRST);
    String bare =
        """
        # Sprint 7 - Night shift

        | State | ID | Task |
        |---|---|---|
        | DONE | OPS-1 | Paint it. |
        | TODO | OPS-2 | Oil them. |
        """;
    yard.apply("7.md", bare.replace("| TODO | OPS-2 | Oil them. |\n", ""));
    assertThat(yard.task("OPS-2").absent()).isTrue();
    yard.apply("7.md", bare);
    assertThat(yard.task("OPS-2").absent()).isFalse();
    assertThat(yard.task("OPS-2").text()).isEqualTo("Oil them.");
  }

  @Test
  void keepsTheDayOfAStateThatTheDocumentHasCaughtUpWithUndated() {
    yard.apply("7.md", FIRST);
    LocalDate today = LocalDate.of(2026, 11, 23);
    yard.change("OPS-1", task -> started(task, today));
    Draft next = yard.draft("7.md", FIRST.replace("OPS-1 | TODO", "OPS-1 | DOING"));
    assertThat(next.needsChoice()).isFalse();
    yard.apply(next);
    assertThat(yard.task("OPS-1").state()).isEqualTo(TaskState.DOING);
    assertThat(yard.task("OPS-1").stateDate()).isEqualTo(today);
  }

  @Test
  void leavesATaskInThePlanWhoseRowStandsThereUnread() {
    yard.apply("7.md", FIRST);
    Consent skip = new Consent(true, null, Map.of());
    String broken = FIRST.replaceFirst("(?m)^\\| OPS-2.*$", "| OPS-2 |");
    assertThat(yard.draft("7.md", broken).needsChoice()).isTrue();
    yard.apply(yard.draft("7.md", broken, null, skip));
    assertThat(yard.task("OPS-2").absent()).isFalse();
    yard.apply("7.md", FIRST.replaceFirst("(?m)^\\| OPS-2.*\\R", ""));
    assertThat(yard.task("OPS-2").absent()).isTrue();
  }

  @Test
  void tiesAReferenceToItsTaskOnceThatIsHere() {
    yard.apply("7.md", WAITING);
    assertThat(yard.plan.externals()).hasSize(1);
    yard.apply("8.md", Yard.table("# Sprint 8 - Lamps", "YARD-LAMP-61-001 | TODO | Fit it. | Bo"));
    yard.apply("7.md", WAITING.replace("Paint the", "Clean the"));
    assertThat(yard.task("OPS-1").dependsOn()).containsExactly("YARD-LAMP-61-001");
  }

  @Test
  void keepsWhatPeopleWroteOfAnExternalItem() {
    yard.apply("7.md", WAITING);
    ExternalText edited = new ExternalText("LAMP-61-001", ExternalKind.OTHER, "A lamp.", "Lampers");
    yard.change(edited);
    Draft next = yard.apply("7.md", WAITING.replace("Paint the", "Clean the"));
    assertThat(next.edit().externals()).containsExactly(edited);
  }
}
