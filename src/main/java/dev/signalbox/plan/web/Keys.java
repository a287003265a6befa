package dev.signalbox.plan.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads keys out of bodies. */
final class Keys {

  private Keys() {}

  /**
   * The key that a field holds.
   *
   * @throws ProblemException 400 with the field's name if it is none
   */
  static <K> K read(String field, String text, Function<String, K> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      throw new ProblemException(ProblemType.INVALID_REQUEST, field + ": " + problem + ".")
          .with("errors", List.of(Map.of("at", field, "problem", problem)));
    }
  }
}
