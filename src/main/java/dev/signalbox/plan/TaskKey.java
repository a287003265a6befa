package dev.signalbox.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a task within its project, such as {@code DEVOPS-OBS-51-001}; 1 to 120 characters. */
public record TaskKey(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#:-]{0,119}");

  public TaskKey {
    if (!isTask(value)) {
      throw new IllegalArgumentException(
          "a task key is 1 to 120 letters, digits and . _ # : - and starts with a letter or digit");
    }
  }

  /** Whether the text can be such a key as it stands. */
  public static boolean isTask(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
