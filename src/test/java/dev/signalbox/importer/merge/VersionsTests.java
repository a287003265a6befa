package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.importer.reading.SeedVersions;
import dev.signalbox.importer.reading.SeedVersions.Version;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five versions of one plan come one after the other, and their history is that of a reader. */
class VersionsTests {

  private final MemoryPast past = new MemoryPast();
  private PlanSnapshot plan =
      new PlanSnapshot(new ProjectKey("yard"), 1, List.of(), List.of(), List.of());

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsTheHistoryOfFiveVersions(boolean bare) {
    for (Version version : bare ? SeedVersions.withBareKeys() : SeedVersions.all()) {
      Submission submission = Submission.of(new PlanFile(version.name(), version.bytes()));
      Draft draft = Drafts.of(submission, plan, past).getFirst();
      String at = "version " + version.number();
      assertThat(draft.isFatal()).as(at + " " + draft.oddities()).isFalse();
      assertThat(draft.needsChoice()).as(at).isFalse();
      assertThat(draft.sprint()).as(at).isEqualTo("505");
      ImportReport report = new Reports(draft).write(1L, Outcome.APPLIED, "", 1);
      Set<String> added = keys(report, Change.ADDED);
      assertThat(added).as(at).isEqualTo(version.added());
      assertThat(moved(report)).as(at).isEqualTo(version.moved());
      assertThat(report.noLongerInDocument())
          .as(at)
          .containsExactlyInAnyOrderElementsOf(version.gone());
      plan = draft.merge().future();
      past.applied(draft);
      assertThat(states()).as(at).isEqualTo(version.states());
    }
    assertThat(plan.tasks()).hasSize(27).noneMatch(PlanSnapshot.Task::absent);
  }

  private static Set<String> keys(ImportReport report, Change change) {
    return report.tasks().stream()
        .filter(task -> task.change() == change)
        .map(ImportReport.TaskLine::key)
        .collect(Collectors.toSet());
  }

  private static Map<String, TaskState> moved(ImportReport report) {
    Map<String, TaskState> moved = new TreeMap<>();
    for (ImportReport.TaskLine task : report.tasks()) {
      boolean moves =
          task.differences().stream()
              .filter(one -> one.field().equals("state"))
              .anyMatch(one -> !word(one.here()).equals(word(one.document())));
      if (moves) {
        moved.put(task.key(), task.state());
      }
    }
    return moved;
  }

  private static String word(String declared) {
    return declared.replaceFirst(" .*", "");
  }

  private Map<String, TaskState> states() {
    Map<String, TaskState> states = new TreeMap<>();
    plan.tasks().stream()
        .filter(task -> !task.absent())
        .forEach(task -> states.put(task.key().value(), task.state()));
    return states;
  }
}
