package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader of two versions of one board would tell.
 *
 * @param first name of the facts of the older version
 * @param second name of the facts of the newer version
 * @param added keys that only the newer one holds
 * @param absent keys that only the older one holds
 * @param changed state before and state now of the keys that both hold
 * @param left keys that both hold in the same state
 */
public record WildHistory(
    String first,
    String second,
    List<String> added,
    List<String> absent,
    Map<String, List<TaskState>> changed,
    List<String> left) {

  /** The history of that name; its documents are read apart, where they are there. */
  public static WildHistory of(String name) {
    try (InputStream in =
        WildHistory.class.getResourceAsStream("/wild/history/" + name + ".json")) {
      return JsonMapper.builder().build().readValue(in, WildHistory.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The older version; the test is skipped aloud where it is not there. */
  public byte[] older() {
    return WildFacts.of(first).bytes();
  }

  /** The newer version; the test is skipped aloud where it is not there. */
  public byte[] newer() {
    return WildFacts.of(second).bytes();
  }
}
