package dev.signalbox.validation.adapter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Buildbot master as {@link RealBuildbotTests} met one (3.7): sessions, JSON-RPC, build sets. */
final class FakeBuildbot extends Provider {

  static final String SECRET = "ann:pw";

  private static final String COOKIE = "TWISTED_SESSION=of-ann";
  private static final Pattern ONE = Pattern.compile("/api/v2/(buildsets|buildrequests)/(\\d+)");

  private final List<BuildSet> sets = new CopyOnWriteArrayList<>();

  /** One build set; its id is its place, counted from 1. */
  static final class BuildSet {
    final String reason;
    volatile boolean claimed;
    volatile int results = -1;

    BuildSet(String reason) {
      this.reason = reason;
    }
  }

  List<BuildSet> sets() {
    return sets;
  }

  @Override
  Said answer(Asked request) {
    String path = request.path();
    if (path.equals("/auth/login")) {
      return login(request);
    }
    if (request.method().equals("POST") && !COOKIE.equals(request.headers().get("cookie"))) {
      return Said.json(403, error("you need to have role 'admins'"));
    }
    if (path.equals("/api/v2/forceschedulers/force")) {
      return request.method().equals("GET")
          ? Said.json(200, "{\"forceschedulers\":[{\"name\":\"force\"}],\"meta\":{}}")
          : force(JsonMapper.shared().readTree(request.body()));
    }
    String reason = request.query().getOrDefault("reason__contains", "");
    if (path.equals("/api/v2/buildsets")) {
      return Said.json(
          200,
          sets.stream()
              .filter(set -> set.reason.contains(reason))
              .map(this::json)
              .collect(Collectors.joining(",", "{\"buildsets\":[", "],\"meta\":{}}")));
    }
    if (path.equals("/api/v2/buildrequests")) {
      int id = Integer.parseInt(request.query().get("buildsetid"));
      return Said.json(
          200,
          "{\"buildrequests\":[{\"buildrequestid\":%d,\"claimed\":%s}],\"meta\":{}}"
              .formatted(id, sets.get(id - 1).claimed));
    }
    if (path.equals("/api/v2/builds")) {
      return Said.json(200, "{\"builds\":[],\"meta\":{}}");
    }
    return one(request);
  }

  private Said one(Asked request) {
    Matcher one = ONE.matcher(request.path());
    if (!one.matches() || Integer.parseInt(one.group(2)) > sets.size()) {
      return Said.json(404, "{\"error\":\"not found\"}");
    }
    BuildSet set = sets.get(Integer.parseInt(one.group(2)) - 1);
    if (request.method().equals("POST")) {
      set.results = 6;
      return Said.json(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
    }
    return Said.json(200, "{\"buildsets\":[" + json(set) + "],\"meta\":{}}");
  }

  private static Said login(Asked request) {
    String basic = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.US_ASCII));
    return ("Basic " + basic).equals(request.headers().get("authorization"))
        ? new Said(302, Map.of("Location", "/#/", "Set-Cookie", COOKIE + "; Path=/"), "")
        : Said.nothing(401);
  }

  private Said force(JsonNode call) {
    String reason = call.path("params").path("reason").asString("");
    sets.add(new BuildSet("A build was forced by 'ann': " + reason));
    return Said.json(
        200, "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":[%d,{\"1\":1}]}".formatted(sets.size()));
  }

  private static String error(String words) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32600,\"message\":\"%s\"}}"
        .formatted(words);
  }

  private String json(BuildSet set) {
    return "{\"bsid\":%d,\"complete\":%s,\"reason\":\"%s\",\"results\":%d}"
        .formatted(sets.indexOf(set) + 1, set.results >= 0, set.reason, set.results);
  }
}
