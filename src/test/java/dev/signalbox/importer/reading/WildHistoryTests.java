package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.TaskState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two versions of a board of others tell the history that their reader would tell. */
class WildHistoryTests {

  private static Map<String, TaskState> states(String name) {
    return WildFacts.of(name).keys();
  }

  @Test
  void agreesWithTheFactsOfBothVersions() {
    WildHistory history = WildHistory.of("handshake-task_board");
    Map<String, TaskState> older = states(history.first());
    Map<String, TaskState> newer = states(history.second());
    Map<String, List<TaskState>> changed = new TreeMap<>();
    older.forEach(
        (key, state) -> {
          if (newer.containsKey(key) && newer.get(key) != state) {
            changed.put(key, List.of(state, newer.get(key)));
          }
        });
    assertThat(history.changed()).isEqualTo(changed).hasSize(46);
    assertThat(history.absent()).doesNotContainAnyElementsOf(newer.keySet()).hasSize(4);
    assertThat(history.added()).doesNotContainAnyElementsOf(older.keySet()).hasSize(67);
    assertThat(history.left()).isEmpty();
    assertThat(older).hasSize(changed.size() + history.absent().size());
    assertThat(newer).hasSize(changed.size() + history.added().size());
  }
}
