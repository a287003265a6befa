package dev.signalbox.gate.web;

import dev.signalbox.gate.GateDefinition;
import dev.signalbox.gate.InvalidPolicyException;
import dev.signalbox.gate.Requirements;
import dev.signalbox.gate.Scope;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a definition or an edit.
 *
 * @param key only where a gate is made
 * @param scope {@code {"sprint": "505"}}, {@code {"tasks": [...]}} or {@code {"all": true}}
 * @param requirements such as {@code {"kind": "approvals", "count": 2}}
 */
record GateRequest(
    @Nullable @Size(max = 60) String key,
    @NotBlank @Size(max = GateDefinition.MAX_NAME) String name,
    @NotNull Map<String, Object> scope,
    @NotNull @Size(max = Requirements.MAX) List<Map<String, Object>> requirements) {

  GateDefinition definition() {
    try {
      Scope read = Requirements.readScope(scope);
      return new GateDefinition(name.strip(), read, Requirements.read(requirements));
    } catch (InvalidPolicyException e) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, e.place() + " " + e.getMessage() + ".")
          .with("place", e.place());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, String.valueOf(e.getMessage()));
    }
  }
}
