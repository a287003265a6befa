package dev.signalbox.validation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a job within its project: 2 to 60 of a-z, 0-9 and hyphen, a letter first. */
public record JobKey(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

  public JobKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a job key is 2 to 60 of a-z, 0-9 and '-', a letter first");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
