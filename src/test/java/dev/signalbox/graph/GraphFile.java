package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A graph of the shared data as a plan of open tasks. Names that are no task keys are replaced by
 * numbered ones.
 */
final class GraphFile {

  private final Map<String, List<String>> dependsOn = new LinkedHashMap<>();
  private final Map<String, String> keys = new LinkedHashMap<>();

  private GraphFile() {}

  static Path folder() {
    String data = Optional.ofNullable(System.getenv("SIGNALBOX_DATA")).orElse("../shared/data");
    return Path.of(data, "graphs");
  }

  static GraphFile read(String name) throws IOException {
    var graph = new GraphFile();
    Path plain = folder().resolve(name + ".tsv");
    Path zipped = folder().resolve(name + ".tsv.gz");
    try (InputStream in =
            Files.exists(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(zipped));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(fields -> graph.edge(fields[0], fields[1]));
    }
    Path isolated = folder().resolve(name + ".isolated.txt");
    if (Files.exists(isolated)) {
      Files.readAllLines(isolated).stream().filter(line -> !line.isBlank()).forEach(graph::node);
    }
    return graph;
  }

  String key(String node) {
    return keys.getOrDefault(node, "");
  }

  PlanSnapshot snapshot() {
    List<Task> tasks = new ArrayList<>(keys.size());
    dependsOn.forEach(
        (node, names) ->
            tasks.add(
                new Task(
                    new TaskKey(key(node)),
                    node,
                    "S1",
                    TaskState.TODO,
                    null,
                    List.of(),
                    names.stream().map(this::key).toList(),
                    List.of(),
                    false,
                    1)));
    return new PlanSnapshot(new ProjectKey("demo"), 1, List.of(), List.copyOf(tasks), List.of());
  }

  private void edge(String from, String to) {
    node(from).add(to);
    node(to);
  }

  private List<String> node(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9._#:-]", "-");
    String key = clean.equals(name) && Character.isLetterOrDigit(name.charAt(0)) ? name : null;
    keys.putIfAbsent(name, key == null ? "N" + keys.size() + clean : key);
    return dependsOn.computeIfAbsent(name, _ -> new ArrayList<>());
  }
}
