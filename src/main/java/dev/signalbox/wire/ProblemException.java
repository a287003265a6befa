package dev.signalbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a problem document; thrown by controllers when they translate a refusal. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Map<String, Object> properties = new LinkedHashMap<>();

  /**
   * Makes a problem.
   *
   * @param detail for the user: what is wrong, where, and what to do; without internals
   */
  public ProblemException(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  /** Adds an extension member to the document. */
  public ProblemException with(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public Map<String, Object> properties() {
    return Map.copyOf(properties);
  }
}
