package dev.signalbox.gate;

import dev.signalbox.gate.digest.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Scopes and requirements as they are stored. What cannot be read keeps the gate closed. */
@Component
class PolicyJson {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

  private final JsonMapper json;

  PolicyJson(JsonMapper json) {
    this.json = json;
  }

  static String write(Scope scope) {
    return CanonicalJson.write(scope.document());
  }

  static String write(List<Requirement> requirements) {
    return CanonicalJson.write(requirements.stream().map(Requirement::document).toList());
  }

  /** The stored scope, or everything: then {@link #requirements} has one that is never met. */
  Scope scope(String stored) {
    try {
      return Requirements.readScope(json.readValue(stored, OBJECT));
    } catch (InvalidPolicyException | JacksonException e) {
      return new Scope.Everything();
    }
  }

  List<Requirement> requirements(String storedScope, String stored) {
    List<Requirement> read = new ArrayList<>();
    try {
      read.addAll(Requirements.readStored(json.readValue(stored, LIST)));
      Requirements.readScope(json.readValue(storedScope, OBJECT));
    } catch (InvalidPolicyException e) {
      read.add(new Unreadable(e.place() + ": " + e.getMessage()));
    } catch (JacksonException e) {
      read.add(new Unreadable("the stored policy is not of the expected form"));
    }
    return List.copyOf(read);
  }

  Map<String, Object> object(String text) {
    return json.readValue(text, OBJECT);
  }

  List<Map<String, Object>> list(String text) {
    return json.readValue(text, LIST);
  }
}
