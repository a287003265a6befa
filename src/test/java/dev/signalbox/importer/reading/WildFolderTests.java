package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A folder that others really wrote, one task a file, read as one plan. */
class WildFolderTests {

  private final WildFolder facts = WildFolder.of("backlog-md");
  private final List<SprintReading> readings =
      PlanFilesReader.withAllDialects().read(facts.read(), null);
  private final List<SprintReading> plans =
      readings.stream().filter(reading -> !reading.plan().tasks().isEmpty()).toList();

  private List<TaskText> tasks() {
    assertThat(plans).as("readings that hold tasks").hasSize(1);
    return document().tasks();
  }

  private PlanEdit document() {
    return Resolution.of(plans.getFirst().plan(), List.of()).document();
  }

  private static Set<String> keys(Collection<TaskText> tasks) {
    return tasks.stream().map(task -> task.key().value()).collect(Collectors.toSet());
  }

  @Test
  void readsEachFileOnce() {
    List<String> paths =
        readings.stream().flatMap(one -> one.files().stream()).map(PlanFile::path).toList();
    assertThat(paths).doesNotHaveDuplicates().hasSize(facts.files());
  }

  @Test
  void findsEachTaskWithItsState() {
    Map<String, TaskState> states =
        tasks().stream().collect(Collectors.toMap(t -> t.key().value(), TaskText::state));
    assertThat(states).isEqualTo(facts.keys());
    assertThat(
            states.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())))
        .isEqualTo(Map.of(TaskState.DONE, 122L, TaskState.TODO, 51L));
  }

  @Test
  void findsTheOwners() {
    Map<String, Integer> owners =
        tasks().stream().collect(Collectors.toMap(t -> t.key().value(), t -> t.owners().size()));
    assertThat(owners).isEqualTo(facts.owners());
  }

  @Test
  void tiesDependenciesUnderTheOldPrefixToTheSameNumberAndInventsNone() {
    Set<String> keys = keys(tasks());
    Map<String, List<String>> edges =
        tasks().stream()
            .collect(
                Collectors.toMap(
                    t -> t.key().value(),
                    t -> t.dependsOn().stream().filter(keys::contains).sorted().toList()));
    edges.values().removeIf(List::isEmpty);
    assertThat(edges).isEqualTo(facts.edges());
  }

  @Test
  void namesWhatIsNotThereAsItWasWritten() {
    assertThat(document().externals())
        .filteredOn(item -> item.kind() == ExternalKind.TASK)
        .extracting(ExternalText::key)
        .containsExactlyInAnyOrderElementsOf(facts.externals());
  }

  @Test
  void saysOfEachOtherFileThatItHoldsNoTask() {
    Set<OddityCode> honest = Set.of(OddityCode.NO_TASKS);
    for (String path : facts.noTask()) {
      String file = facts.folder() + "/" + path;
      SprintReading reading =
          readings.stream()
              .filter(one -> one.files().stream().anyMatch(f -> f.path().equals(file)))
              .findFirst()
              .orElseThrow();
      assertThat(reading.plan().tasks())
          .as(path)
          .noneMatch(task -> file.equals(task.key().place().file()));
      assertThat(reading.plan().oddities())
          .as(path)
          .anyMatch(
              odd ->
                  file.equals(odd.place().file())
                      || (reading.files().size() == 1 && honest.contains(odd.code())));
    }
  }
}
