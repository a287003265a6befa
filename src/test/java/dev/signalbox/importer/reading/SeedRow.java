package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;

/** One task of a generated version, as its row says it. */
record SeedRow(String key, String state, String text, String owners) {

  static SeedRow of(String line) {
    String[] cells = line.split(" \\| ", 4);
    return new SeedRow(cells[0], cells[1], cells[2], cells[3]);
  }

  SeedRow with(String newState, String newText) {
    return new SeedRow(key, newState, newText, owners);
  }

  String line() {
    return String.join(" | ", key, state, text, owners);
  }

  TaskState meant() {
    return TaskState.valueOf(state.split(" ", 2)[0]);
  }
}
