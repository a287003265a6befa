package dev.signalbox.validation.adapter;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.adapter.Reply.Answered;
import dev.signalbox.validation.adapter.Rest.Site;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.dispatch.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Jenkins' remote access API. A build waits as a queue item, which is there for five minutes after
 * the build began; then, and where the answer never came, the build is found by its parameter. The
 * external id is {@code queue/7} first and the build's number then.
 */
@Component
class JenkinsTarget implements Target {

  static final String ATTEMPT = "SIGNALBOX_ATTEMPT";

  private static final Pattern QUEUE_ITEM = Pattern.compile("/queue/item/(\\d{1,18})/?$");
  private static final String QUEUED = "queue/";
  private static final int BUILDS = 100;
  private static final String BUILD = "number,url,building,result";
  private static final String PARAMETERS = "actions[parameters[name,value]]";
  private static final String ITEMS = "items[id," + PARAMETERS + "]";
  private static final String LIST =
      "builds[" + BUILD + ",timestamp," + PARAMETERS + "]{0," + BUILDS + "}";
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Rest rest;
  private final Clock clock;

  JenkinsTarget(Rest rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  @Override
  public Adapter adapter() {
    return Adapter.JENKINS;
  }

  @Override
  public Answer send(Dispatch dispatch, Aim aim) {
    Map<String, String> parameters = new TreeMap<>(dispatch.inputs());
    parameters.put(ATTEMPT, dispatch.attempt().toString());
    parameters.put("SIGNALBOX_REPORT_TO", dispatch.reportTo());
    return Answers.of(
        site(aim).postForm(job(aim) + "/buildWithParameters", parameters),
        clock.instant(),
        JenkinsTarget::taken);
  }

  private static Answer taken(Answered answer) {
    Matcher item = QUEUE_ITEM.matcher(answer.headers().firstValue("Location").orElse(""));
    return new Answer.Taken(item.find() ? QUEUED + item.group(1) : null, null);
  }

  @Override
  public Sighting look(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    if (id == null) {
      return search(dispatch, aim);
    }
    return id.startsWith(QUEUED) ? queued(id, dispatch, aim) : build(id, dispatch, aim);
  }

  private Sighting queued(String id, Dispatch dispatch, Aim aim) {
    String number = id.substring(QUEUED.length());
    Reply reply = site(aim).get("/queue/item/" + Rest.part(number) + "/api/json");
    if (reply instanceof Answered answered && answered.status() == 404) {
      return search(dispatch, aim);
    }
    if (!(reply instanceof Answered answered) || !answered.isGood()) {
      return Answers.unseen(reply, clock.instant());
    }
    JsonNode item = rest.read(answered);
    if (item.path("cancelled").asBoolean(false)) {
      return new Sighting.Ended(Outcome.CANCELLED, null, id, null);
    }
    String begun = Found.id(item.path("executable"), "number");
    return begun == null ? new Sighting.Waiting(id, null) : build(begun, dispatch, aim);
  }

  private Sighting build(String number, Dispatch dispatch, Aim aim) {
    Reply reply =
        site(aim).get(job(aim) + "/" + Rest.part(number) + "/api/json?tree=" + Rest.part(BUILD));
    if (reply instanceof Answered answered && answered.status() == 404) {
      return Absence.of("Jenkins has no build " + number, dispatch);
    }
    return reply instanceof Answered answered && answered.isGood()
        ? seen(rest.read(answered))
        : Answers.unseen(reply, clock.instant());
  }

  private static Sighting seen(JsonNode build) {
    String id = Found.id(build, "number");
    if (id == null) {
      return new Sighting.Unseen("the answer is no build", null);
    }
    @Nullable String url = Found.url(build, "url");
    String result = Found.word(build, "result");
    if (build.path("building").asBoolean(true) || result.isEmpty()) {
      return new Sighting.Working(id, url);
    }
    return switch (result) {
      case "SUCCESS" -> new Sighting.Ended(Outcome.PASSED, null, id, url);
      case "FAILURE", "UNSTABLE" -> new Sighting.Ended(Outcome.FAILED, null, id, url);
      case "ABORTED" -> new Sighting.Ended(Outcome.CANCELLED, null, id, url);
      case "NOT_BUILT" -> new Sighting.Ended(Outcome.ERRORED, "NOT_BUILT", id, url);
      default -> new Sighting.Unseen("a build result unknown here: " + result, null);
    };
  }

  /** In the queue first: what leaves it between the two looks is then among the builds. */
  private Sighting search(Dispatch dispatch, Aim aim) {
    Reply queue = site(aim).get("/queue/api/json?tree=" + Rest.part(ITEMS));
    if (!(queue instanceof Answered items) || !items.isGood()) {
      return Answers.unseen(queue, clock.instant());
    }
    for (JsonNode item : rest.read(items).path("items")) {
      if (carries(item, dispatch)) {
        return new Sighting.Waiting(QUEUED + Found.word(item, "id"), null);
      }
    }
    Reply list = site(aim).get(job(aim) + "/api/json?tree=" + Rest.part(LIST));
    return list instanceof Answered builds && builds.isGood()
        ? among(rest.read(builds).path("builds"), dispatch)
        : Answers.unseen(list, clock.instant());
  }

  /** Builds come newest first. */
  private static Sighting among(JsonNode builds, Dispatch dispatch) {
    boolean whole = builds.isArray() && builds.size() < BUILDS;
    Instant sent = dispatch.claimedAt().minus(CLOCK_SKEW);
    for (JsonNode build : builds) {
      if (carries(build, dispatch)) {
        return seen(build);
      }
      whole =
          whole
              || Instant.ofEpochMilli(build.path("timestamp").asLong(Long.MAX_VALUE / 2))
                  .isBefore(sent);
    }
    return whole
        ? Absence.of("Jenkins has no build with this attempt", dispatch)
        : new Sighting.Unseen("too many builds to look through", null);
  }

  private static boolean carries(JsonNode thing, Dispatch dispatch) {
    for (JsonNode action : thing.path("actions")) {
      for (JsonNode parameter : action.path("parameters")) {
        if (Found.word(parameter, "name").equals(ATTEMPT)
            && Found.word(parameter, "value").equals(dispatch.attempt().toString())) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean stop(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    if (id == null) {
      return true;
    }
    return Answers.isDelivered(
        id.startsWith(QUEUED)
            ? site(aim).postForm("/queue/cancelItem", Map.of("id", id.substring(QUEUED.length())))
            : site(aim).postForm(job(aim) + "/" + Rest.part(id) + "/stop", Map.of()));
  }

  private Site site(Aim aim) {
    return rest.basic(aim);
  }

  private static String job(Aim aim) {
    return Stream.of(aim.setting("job").split("/", -1))
        .map(part -> "/job/" + Rest.part(part))
        .collect(Collectors.joining());
  }
}
