package dev.signalbox.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a project for ever: 2 to 40 of a-z, 0-9 and hyphen, a letter first. */
public record ProjectKey(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public ProjectKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a project key is 2 to 40 of a-z, 0-9 and '-', a letter first");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
