package dev.signalbox.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a task can wait for: the key of a task or of an external item, whether it exists or not. One
 * line of 1 to 200 characters, without what a path cannot carry ({@code / \ ; %}).
 */
public record TargetKey(@JsonValue String value) {

  private static final int LIMIT = 200;

  public TargetKey {
    if (!isTarget(value)) {
      throw new IllegalArgumentException(
          "a key to wait for is one line of 1 to 200 characters without / \\ ; and %");
    }
  }

  /** Whether the text can be such a key as it stands. */
  public static boolean isTarget(String text) {
    return !text.isBlank()
        && text.equals(text.strip())
        && Wording.flawOfLine(text, LIMIT).isEmpty()
        && text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ';' || c == '%');
  }

  @Override
  public String toString() {
    return value;
  }
}
