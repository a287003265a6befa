package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a careful person found in one document of others: facts only, never its sentences.
 *
 * @param document below {@code data/plans}
 * @param keys of the tasks that have one, with their state
 * @param dates of the states, where the document gives them
 * @param edges resolved, ranges expanded; a task that is not named here waits for none
 * @param externals what the document does not hold, as it names it
 * @param owners how many each task has; tasks not named are not checked
 * @param keyless tasks without a key, by line
 * @param inWords dependencies in words: some of these edges, or a word about the line
 * @param optional keys that one could take for tasks or not
 * @param optionalLines lines of tasks without a key of which the same is true
 * @param oddities of which a person would be told
 * @param contradictions of which a person would be told; the key is empty for the whole document
 */
record WildFacts(
    String document,
    String sha256,
    int tasks,
    Map<TaskState, Integer> states,
    Map<String, TaskState> keys,
    @Nullable Map<String, String> dates,
    @Nullable Map<String, List<String>> edges,
    @Nullable List<String> externals,
    @Nullable Map<String, Integer> owners,
    @Nullable List<Keyless> keyless,
    @Nullable List<InWords> inWords,
    @Nullable List<String> optional,
    @Nullable List<Integer> optionalLines,
    @Nullable List<Odd> oddities,
    @Nullable List<Contradicted> contradictions,
    boolean noTasks) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  WildFacts {
    dates = dates == null ? Map.of() : dates;
    edges = edges == null ? Map.of() : edges;
    externals = externals == null ? List.of() : externals;
    owners = owners == null ? Map.of() : owners;
    keyless = keyless == null ? List.of() : keyless;
    inWords = inWords == null ? List.of() : inWords;
    optional = optional == null ? List.of() : optional;
    optionalLines = optionalLines == null ? List.of() : optionalLines;
    oddities = oddities == null ? List.of() : oddities;
    contradictions = contradictions == null ? List.of() : contradictions;
  }

  /** A task without a key. */
  record Keyless(int line, TaskState state) {}

  /** A dependency in words, such as "all above". */
  record InWords(int line, String key, List<String> edges) {}

  /** Something odd in a line; the code is empty where any word about it will do. */
  record Odd(int line, @Nullable String code) {}

  record Contradicted(String key) {}

  static WildFacts of(String name) {
    try (InputStream in = WildFacts.class.getResourceAsStream("/wild/" + name + ".json")) {
      return JSON.readValue(in, WildFacts.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document itself; the test is skipped aloud where it is not there. */
  byte[] bytes() {
    Path file = data().resolve(document);
    if (!Files.exists(file)) {
      Assumptions.abort("skipped: " + document + " is not there");
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!digest.equals(sha256)) {
        throw new IllegalStateException(document + " is another document: " + digest);
      }
      return bytes;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the plans of others are. */
  static Path data() {
    return Path.of(System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data"), "plans");
  }
}
