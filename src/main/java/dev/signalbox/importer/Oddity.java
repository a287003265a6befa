package dev.signalbox.importer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something in a document that a person should look at, with its place and its own text.
 *
 * @param words what is odd and what was done about it
 * @param text the document's own text at that place, shortened
 */
public record Oddity(OddityCode code, String words, Place place, String text) {

  /** What it asks of people. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public OddityCode.Severity severity() {
    return code.severity();
  }

  @JsonIgnore
  public boolean isFatal() {
    return code.isFatal();
  }
}
