package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one line says: {@code [DONE] **T-1**: Lay the track}.
 *
 * @param keyIsSure whether the key is one by its marks, not only by its likes
 * @param how by what the state is said; null if it is not
 * @param title what is left, without the marks
 * @param unknown a word that stands where a state would but is none that is known; else null
 */
record TaskLine(
    @Nullable Read<TaskKey> key,
    boolean keyIsSure,
    @Nullable Read<TaskState> state,
    @Nullable How how,
    @Nullable Read<LocalDate> date,
    Span title,
    String words,
    @Nullable Span unknown) {

  /** No line at all. */
  static final TaskLine NOTHING =
      new TaskLine(null, false, null, null, null, new Span(0, 0), "", null);

  /** How a state is said. */
  enum How {
    /** In brackets: {@code [DONE]}. */
    BRACKETS,
    /** In words: {@code **DONE**}, {@code DONE:}. */
    WORDS,
    /** By a picture alone. */
    SIGN
  }
}
