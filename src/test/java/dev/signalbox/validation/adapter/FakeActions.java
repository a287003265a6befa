package dev.signalbox.validation.adapter;

import dev.signalbox.validation.Adapter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Workflow runs as the four kinds of Actions answer of them. */
final class FakeActions extends Provider {

  static final String TOKEN = "token-of-a-test";

  /** Who answers, and how. */
  enum Kind {
    /** 200 with {@code workflow_run_id}, if asked with {@code return_run_details}. */
    GITHUB(Adapter.GITHUB, "", "Bearer "),
    /** As an Enterprise Server before that: 204, and no word that it does not know. */
    GITHUB_WITHOUT_ID(Adapter.GITHUB, "", "Bearer "),
    /** As GitHub, but below {@code /api/v1}. */
    GITEA(Adapter.GITEA, "/api/v1", "token "),
    /** 201 with {@code id}, if asked with {@code return_run_info}; ends are states. */
    FORGEJO(Adapter.GITEA, "/api/v1", "token ");

    final Adapter adapter;
    final String root;
    final String scheme;

    Kind(Adapter adapter, String root, String scheme) {
      this.adapter = adapter;
      this.root = root;
      this.scheme = scheme;
    }
  }

  /** One run; its end is set by the test. */
  static final class Run {
    final long id;
    final String event;
    final String title;
    Instant created = Instant.now();
    volatile String status = "queued";
    volatile String conclusion = "";

    Run(long id, String event, String title) {
      this.id = id;
      this.event = event;
      this.title = title;
    }
  }

  private final Kind kind;
  private final AtomicLong ids = new AtomicLong(9_000_000_000L);
  private final Map<Long, Run> runs = new ConcurrentSkipListMap<>();
  private final Pattern one;

  FakeActions(Kind kind) {
    this.kind = kind;
    this.one = Pattern.compile(kind.root + "/repos/team/app/actions/runs/(\\d+)(/cancel)?");
  }

  Map<Long, Run> runs() {
    return runs;
  }

  /** A run that is not ours. */
  Run other(String event, String title) {
    Run run = new Run(ids.incrementAndGet(), event, title);
    runs.put(run.id, run);
    return run;
  }

  @Override
  Said answer(Asked request) {
    if (!(kind.scheme + TOKEN).equals(request.headers().get("authorization"))) {
      return Said.json(401, "{\"message\":\"Bad credentials\"}");
    }
    String workflow = kind.root + "/repos/team/app/actions/workflows/nightly.yml";
    if (request.path().equals(workflow + "/dispatches")) {
      return dispatch(JsonMapper.shared().readTree(request.body()));
    }
    if (request.path().equals(workflow + "/runs")
        || request.path().equals(kind.root + "/repos/team/app/actions/runs")) {
      return Said.json(200, list(request.query()));
    }
    Matcher run = one.matcher(request.path());
    Run found = run.matches() ? runs.get(Long.valueOf(run.group(1))) : null;
    if (found == null) {
      return Said.json(404, "{\"message\":\"Not Found\"}");
    }
    if (run.group(2) != null) {
      found.conclusion = "cancelled";
      found.status = "completed";
      return Said.nothing(kind.adapter == Adapter.GITHUB ? 202 : 204);
    }
    return Said.json(200, json(found));
  }

  private Said dispatch(JsonNode body) {
    if (kind == Kind.GITHUB_WITHOUT_ID && body.has("return_run_details")) {
      return Said.json(422, "{\"message\":\"\\\"return_run_details\\\" is not a permitted key.\"}");
    }
    if (!body.path("ref").asString("").equals("main")) {
      return Said.json(422, "{\"message\":\"No ref found for: x\"}");
    }
    String attempt = body.path("inputs").path("signalbox_attempt").asString("");
    Run run = other("workflow_dispatch", "Nightly " + attempt);
    String url = url() + "/team/app/actions/runs/" + run.id;
    return switch (kind) {
      case GITHUB, GITEA ->
          body.path("return_run_details").asBoolean(false)
              ? Said.json(
                  200,
                  "{\"workflow_run_id\":%d,\"run_url\":\"%s\",\"html_url\":\"%s\"}"
                      .formatted(run.id, url() + "/api", url))
              : Said.nothing(204);
      case FORGEJO ->
          body.path("return_run_info").asBoolean(false)
              ? Said.json(201, "{\"id\":%d,\"run_number\":4,\"jobs\":[\"a\"]}".formatted(run.id))
              : Said.nothing(204);
      case GITHUB_WITHOUT_ID -> Said.nothing(204);
    };
  }

  private String list(Map<String, String> query) {
    int size = Integer.parseInt(query.getOrDefault("per_page", query.getOrDefault("limit", "30")));
    List<Run> all =
        runs.values().stream()
            .filter(run -> run.event.equals(query.get("event")) || kind == Kind.FORGEJO)
            .sorted((left, right) -> Long.compare(right.id, left.id))
            .toList();
    return all.stream()
        .limit(size)
        .map(this::json)
        .collect(
            Collectors.joining(
                ",", "{\"total_count\":" + all.size() + ",\"workflow_runs\":[", "]}"));
  }

  private String json(Run run) {
    String title = kind == Kind.FORGEJO ? "title" : "display_title";
    String event = kind == Kind.FORGEJO ? "trigger_event" : "event";
    String created = kind == Kind.FORGEJO ? "created" : "created_at";
    String status = run.status;
    if (kind == Kind.FORGEJO) {
      status =
          switch (run.status) {
            case "queued" -> "waiting";
            case "in_progress" -> "running";
            default -> run.conclusion;
          };
    }
    String conclusion =
        kind == Kind.FORGEJO ? "" : ", \"conclusion\": \"%s\"".formatted(run.conclusion);
    return """
        {"id": %d, "%s": "%s", "%s": "%s", "status": "%s"%s, "%s": "%s", "html_url": "%s"}"""
        .formatted(
            run.id,
            title,
            run.title,
            event,
            run.event,
            status,
            conclusion,
            created,
            run.created,
            url() + "/team/app/actions/runs/" + run.id);
  }
}
