package dev.signalbox.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a gate within its project for ever: 2 to 60 of a-z, 0-9 and hyphen, a letter first. */
public record GateKey(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

  public GateKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a gate key is 2 to 60 of a-z, 0-9 and '-', a letter first");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
