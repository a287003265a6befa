package dev.signalbox.gate;

import java.util.List;

/**
 * All that people say of a gate.
 *
 * @param scope the tasks that it is about
 * @param requirements at most {@link Requirements#MAX}; without any the gate never opens
 */
public record GateDefinition(String name, Scope scope, List<Requirement> requirements) {

  public static final int MAX_NAME = 200;

  public GateDefinition {
    requirements = List.copyOf(requirements);
    if (name.isBlank()
        || name.length() > MAX_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a gate's name is one line of 1 to 200 characters");
    }
    if (requirements.size() > Requirements.MAX) {
      throw new IllegalArgumentException("a gate has at most 20 requirements");
    }
    if (requirements.stream().anyMatch(Unreadable.class::isInstance)) {
      throw new IllegalArgumentException("a requirement that cannot be read is not defined");
    }
  }
}
