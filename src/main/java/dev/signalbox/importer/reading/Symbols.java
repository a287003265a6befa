package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a picture says of a task's state where the document's own legend says nothing else. */
final class Symbols {

  private static final Map<Integer, TaskState> STATES = new HashMap<>();

  static {
    add(TaskState.DONE, "✅☑✔✓🟩🟢🎉🏁💯🆗☒🗹");
    add(TaskState.DOING, "🚧🔄🔶🔷⏩▶🏗🛠🔨🔃🚀🟨🟡🟠🔵🟦🟧🟣🧪👀🏃⚙◐◑◒◓➡🌓🔁🔧♻");
    add(TaskState.TODO, "⏳⌛⬜☐◻🔲📋📝⭕○◯🆕🔜📅🗓💤🎯💡⏰▢□⚪📌❌✖✗✘❎✕🔳📥");
    add(TaskState.BLOCKED, "🛑⛔🚫🔒⏸⚠🔴🟥🧱❗✋🚨");
    add(TaskState.CANCELLED, "🗑⚫🪦");
  }

  private Symbols() {}

  private static void add(TaskState state, String symbols) {
    symbols.codePoints().forEach(symbol -> STATES.put(symbol, state));
  }

  static Optional<TaskState> state(int codePoint) {
    return Optional.ofNullable(STATES.get(codePoint));
  }

  /** Whether it is a picture or a sign, no letter, digit or punctuation. */
  static boolean isSymbol(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL -> codePoint > 0x7f;
      case Character.MATH_SYMBOL -> codePoint > 0x2000;
      default -> STATES.containsKey(codePoint);
    };
  }

  /** Whether it only changes how the picture before it looks. */
  static boolean isJoiner(int codePoint) {
    return codePoint == 0xFE0F || codePoint == 0xFE0E || codePoint == 0x200D;
  }
}
