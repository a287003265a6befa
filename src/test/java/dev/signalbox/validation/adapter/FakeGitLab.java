package dev.signalbox.validation.adapter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's pipelines as docs.gitlab.com/api/pipelines describes them. */
public final class FakeGitLab extends Provider {

  public static final String TOKEN = "glpat-of-a-test";
  public static final String PROJECT = "team/app";

  private static final Pattern ONE =
      Pattern.compile("/api/v4/projects/team%2Fapp/pipelines/(\\d+)(/variables|/cancel)?");

  private final AtomicLong ids = new AtomicLong(40);
  private final Set<Long> hidden = ConcurrentHashMap.newKeySet();
  private final Map<Long, Pipeline> pipelines = new ConcurrentSkipListMap<>();

  /** One pipeline; its status is set by the test. */
  public static final class Pipeline {
    public final long id;
    final String ref;
    public final Map<String, String> variables;
    public volatile String status = "pending";

    Pipeline(long id, String ref, Map<String, String> variables) {
      this.id = id;
      this.ref = ref;
      this.variables = variables;
    }
  }

  public Map<Long, Pipeline> pipelines() {
    return pipelines;
  }

  public Pipeline only() {
    if (pipelines.size() != 1) {
      throw new AssertionError(pipelines.size() + " pipelines");
    }
    return pipelines.values().iterator().next();
  }

  /** A pipeline that somebody else started over the API. */
  void other() {
    long id = ids.incrementAndGet();
    pipelines.put(id, new Pipeline(id, "main", Map.of("X", "y")));
  }

  /** The variables of this pipeline are not for whoever asks. */
  void hide(long id) {
    hidden.add(id);
  }

  @Override
  Said answer(Asked request) {
    if (!TOKEN.equals(request.headers().get("private-token"))) {
      return Said.json(401, "{\"message\":\"401 Unauthorized\"}");
    }
    String path = request.path();
    if (path.equals("/api/v4/projects/team%2Fapp/pipeline") && request.method().equals("POST")) {
      return create(request);
    }
    if (path.equals("/api/v4/projects/team%2Fapp/pipelines")) {
      return Said.json(200, list(request.query().get("ref")));
    }
    Matcher one = ONE.matcher(path);
    if (!one.matches()) {
      return Said.json(404, "{\"message\":\"404 Project Not Found\"}");
    }
    Pipeline pipeline = pipelines.get(Long.valueOf(one.group(1)));
    if (pipeline == null) {
      return Said.json(404, "{\"message\":\"404 Not found\"}");
    }
    String verb = one.group(2) == null ? "" : one.group(2);
    return switch (verb) {
      case "/variables" ->
          hidden.contains(pipeline.id)
              ? Said.json(403, "{\"message\":\"403 Forbidden\"}")
              : Said.json(200, variables(pipeline));
      case "/cancel" -> {
        pipeline.status = "canceled";
        yield Said.json(200, json(pipeline));
      }
      default -> Said.json(200, json(pipeline));
    };
  }

  private Said create(Asked request) {
    JsonNode body = JsonMapper.shared().readTree(request.body());
    String ref = body.path("ref").asString("");
    if (!ref.equals("main")) {
      return Said.json(400, "{\"message\":{\"base\":[\"Reference not found\"]}}");
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (JsonNode variable : body.path("variables")) {
      variables.put(variable.get("key").asString(), variable.get("value").asString());
    }
    Pipeline pipeline = new Pipeline(ids.incrementAndGet(), ref, variables);
    pipelines.put(pipeline.id, pipeline);
    return Said.json(201, json(pipeline));
  }

  private String list(String ref) {
    return pipelines.values().stream()
        .filter(pipeline -> pipeline.ref.equals(ref))
        .map(this::json)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String variables(Pipeline pipeline) {
    return pipeline.variables.entrySet().stream()
        .map(
            one ->
                "{\"variable_type\":\"env_var\",\"key\":\"%s\",\"value\":\"%s\"}"
                    .formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String json(Pipeline pipeline) {
    return """
        {"id": %d, "iid": 1, "project_id": 1, "status": "%s", "source": "api", "ref": "%s",
         "web_url": "%s/team/app/-/pipelines/%d"}"""
        .formatted(pipeline.id, pipeline.status, pipeline.ref, url(), pipeline.id);
  }
}
