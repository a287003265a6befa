package dev.signalbox.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a sprint within its project, such as {@code 505}; 1 to 120 characters. */
public record SprintKey(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#:-]{0,119}");

  public SprintKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a sprint key is 1 to 120 letters, digits and . _ # : - and starts with a letter or"
              + " digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
