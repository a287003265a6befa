package dev.signalbox.validation.adapter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One job of a Jenkins: a queue that merges what is alike, and builds. */
final class FakeJenkins extends Provider {

  static final String SECRET = "ann:11aa22bb";

  private static final String JOB = "/job/folder/job/the%20app";
  private static final Pattern ITEM = Pattern.compile("/queue/item/(\\d+)/api/json");
  private static final Pattern BUILD = Pattern.compile(JOB + "/(\\d+)(/api/json|/stop)");

  private final AtomicLong ids = new AtomicLong(70);
  private final AtomicLong numbers = new AtomicLong(4);
  private final Map<Long, Item> queue = new ConcurrentSkipListMap<>();
  private final Map<Long, Build> builds = new ConcurrentSkipListMap<>();

  /** An item of the queue; there for a while after its build began. */
  static final class Item {
    final long id;
    final Map<String, String> parameters;
    volatile @Nullable Build begun;
    volatile boolean cancelled;

    Item(long id, Map<String, String> parameters) {
      this.id = id;
      this.parameters = parameters;
    }
  }

  static final class Build {
    final long number;
    final Map<String, String> parameters;
    final long timestamp = System.currentTimeMillis();
    volatile @Nullable String result;

    Build(long number, Map<String, String> parameters) {
      this.number = number;
      this.parameters = parameters;
    }
  }

  Map<Long, Item> queue() {
    return queue;
  }

  /** The oldest item gets an executor. */
  Build begin() {
    Item item = queue.values().iterator().next();
    Build build = new Build(numbers.incrementAndGet(), item.parameters);
    builds.put(build.number, build);
    item.begun = build;
    return build;
  }

  /** Five minutes pass. */
  void forgetTheQueue() {
    queue.clear();
  }

  @Override
  Said answer(Asked request) {
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.US_ASCII));
    if (!basic.equals(request.headers().get("authorization"))) {
      return new Said(401, Map.of("Content-Type", "text/html"), "<html>401</html>");
    }
    String path = request.path();
    if (path.equals(JOB + "/buildWithParameters")) {
      return queue(Provider.query(request.body()));
    }
    if (path.equals("/queue/api/json")) {
      return Said.json(
          200,
          queue.values().stream()
              .filter(item -> item.begun == null && !item.cancelled)
              .map(item -> "{\"id\":%d,%s}".formatted(item.id, actions(item.parameters)))
              .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }
    if (path.equals("/queue/cancelItem")) {
      Item item = queue.get(Long.valueOf(Provider.query(request.body()).get("id")));
      item.cancelled = true;
      return Said.nothing(204);
    }
    if (path.equals(JOB + "/api/json")) {
      return Said.json(
          200,
          builds.values().stream()
              .sorted((left, right) -> Long.compare(right.number, left.number))
              .limit(100)
              .map(this::json)
              .collect(Collectors.joining(",", "{\"builds\":[", "]}")));
    }
    return one(path);
  }

  private Said one(String path) {
    Matcher item = ITEM.matcher(path);
    if (item.matches() && queue.containsKey(Long.valueOf(item.group(1)))) {
      Item found = queue.get(Long.valueOf(item.group(1)));
      Build begun = found.begun;
      String executable =
          begun == null ? "" : ",\"executable\":{\"number\":%d}".formatted(begun.number);
      return Said.json(
          200, "{\"id\":%d,\"cancelled\":%s%s}".formatted(found.id, found.cancelled, executable));
    }
    Matcher build = BUILD.matcher(path);
    if (build.matches() && builds.containsKey(Long.valueOf(build.group(1)))) {
      Build found = builds.get(Long.valueOf(build.group(1)));
      if (build.group(2).equals("/stop")) {
        found.result = "ABORTED";
        return new Said(302, Map.of("Location", "../"), "");
      }
      return Said.json(200, json(found));
    }
    return new Said(404, Map.of("Content-Type", "text/html"), "<html>404</html>");
  }

  private Said queue(Map<String, String> parameters) {
    Item item =
        queue.values().stream()
            .filter(each -> each.begun == null && each.parameters.equals(parameters))
            .findFirst()
            .orElseGet(() -> new Item(ids.incrementAndGet(), parameters));
    queue.put(item.id, item);
    return new Said(201, Map.of("Location", url() + "/queue/item/" + item.id + "/"), "");
  }

  private String json(Build build) {
    String result = build.result;
    return """
        {"number": %d, "url": "%s%s/%d/", "building": %s, "result": %s, "timestamp": %d, %s}"""
        .formatted(
            build.number,
            url(),
            JOB,
            build.number,
            result == null,
            result == null ? "null" : "\"" + Objects.requireNonNull(result) + "\"",
            build.timestamp,
            actions(build.parameters));
  }

  private static String actions(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> "{\"name\":\"%s\",\"value\":\"%s\"}".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "\"actions\":[{},{\"parameters\":[", "]}]"));
  }
}
