package dev.signalbox.importer.reading;

import static dev.signalbox.plan.TaskState.CANCELLED;
import static dev.signalbox.plan.TaskState.DONE;
import static dev.signalbox.plan.TaskState.TODO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import org.junit.jupiter.api.Test;

class YamlRecordTests {

  private static final String RECORDS =
      """
      # Yard of \ud83d\ude82 2026
      early:
      - name: "Dig: deep"
        issue: 12
        status: "approved"
        date_reviewed: 2026-01-02
        thread: x
      - name: Sow
        status: rejected
        status: done
      late:
      - name: no
        state: odd
      """;

  @Test
  void readsRecordsWithTheirPlaces() {
    Lists lists = Lists.read(RECORDS);
    assertThat(lists.dialect()).isEqualTo("yaml-records");
    assertThat(lists.states())
        .containsExactly(entry("12", DONE), entry("sow", CANCELLED), entry("no", TODO));
    assertThat(lists.said(lists.task("12").text())).isEqualTo("Dig: deep");
    assertThat(lists.said(lists.task("12").state())).isEqualTo("approved");
    assertThat(lists.said(lists.task("12").stateDate())).isEqualTo("2026-01-02");
    assertThat(lists.plan().sprint().title().value()).startsWith("Yard of");
  }

  @Test
  void reportsWhatItDoesNotUnderstand() {
    assertThat(Lists.read(RECORDS).plan().oddities())
        .extracting(Oddity::code)
        .contains(OddityCode.UNKNOWN_STATE, OddityCode.UNKNOWN_COLUMN, OddityCode.UNPLACED_TEXT);
  }

  @Test
  void makesNoObjectsOfTagsAndSurvivesBombs() {
    assertThat(Lists.read("- name: !!java.io.File [x]\n  status: done\n").plan().tasks()).isEmpty();
    String bomb =
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd:\n- name: Dig\n  status: done\n  e: [*c, *c]\n";
    assertThat(Lists.read(bomb).keys()).containsExactly("dig");
    assertThat(Lists.read("- a: " + "[".repeat(5_000) + "\n  status: done\n").plan().tasks())
        .isEmpty();
  }

  @Test
  void takesAListWithoutStatesForNoPlan() {
    Lists lists = Lists.read("- name: Dig\n  size: 3\n");
    assertThat(lists.plan().oddities())
        .extracting(Oddity::code)
        .containsExactly(OddityCode.NO_TASKS);
  }
}
