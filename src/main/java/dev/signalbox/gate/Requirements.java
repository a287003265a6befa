package dev.signalbox.gate;

import dev.signalbox.validation.JobKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every kind of requirement there is, in one list, and how each is read from JSON. */
public final class Requirements {

  /** A gate has at most this many. */
  public static final int MAX = 20;

  private static final Map<String, Function<Fields, Requirement>> KINDS =
      Map.of(
          TasksDone.KIND, fields -> new TasksDone(fields.optionalScope()),
          NothingBlocked.KIND, fields -> new NothingBlocked(fields.optionalScope()),
          JobPassed.KIND,
              fields ->
                  new JobPassed(
                      fields.parsed("job", JobKey::new), fields.optionalDuration("maxAge")),
          Approvals.KIND, fields -> new Approvals(fields.integer("count")));

  private Requirements() {}

  /**
   * Reads a whole list, as it came in a request.
   *
   * @throws InvalidPolicyException with the place of the first fault
   */
  public static List<Requirement> read(List<? extends Map<String, ?>> documents) {
    if (documents.size() > MAX) {
      throw new InvalidPolicyException("requirements", "there are at most " + MAX);
    }
    List<Requirement> read = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      read.add(readOne(documents.get(i), "requirements[" + i + "]"));
    }
    return List.copyOf(read);
  }

  /**
   * Reads the tasks that a gate is about.
   *
   * @throws InvalidPolicyException with the place of the fault
   */
  public static Scope readScope(Map<String, ?> document) {
    Fields fields = new Fields(document, "scope");
    Scope scope = fields.scope();
    fields.end();
    return scope;
  }

  /** Reads what was stored; what cannot be read any more keeps the gate closed. */
  static List<Requirement> readStored(List<? extends Map<String, ?>> documents) {
    List<Requirement> read = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      String place = "requirements[" + i + "]";
      try {
        read.add(readOne(documents.get(i), place));
      } catch (InvalidPolicyException e) {
        read.add(new Unreadable(e.place() + ": " + e.getMessage()));
      }
    }
    return List.copyOf(read);
  }

  static Map<String, Object> document(String kind, Map<String, ?> members) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", kind);
    document.putAll(members);
    return document;
  }

  private static Requirement readOne(@Nullable Map<String, ?> document, String place) {
    if (document == null) {
      throw new InvalidPolicyException(place, "is an object with a kind");
    }
    Fields fields = new Fields(document, place);
    String kind = fields.text("kind");
    Function<Fields, Requirement> reader = KINDS.get(kind);
    if (reader == null) {
      List<String> known = KINDS.keySet().stream().sorted().toList();
      throw new InvalidPolicyException(place + ".kind", "is one of " + String.join(", ", known));
    }
    Requirement requirement = fields.whole(reader);
    fields.end();
    return requirement;
  }
}
