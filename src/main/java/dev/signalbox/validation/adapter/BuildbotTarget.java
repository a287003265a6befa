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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Buildbot's REST API v2 (docs.buildbot.net, "REST API"): JSON-RPC on resources to do something,
 * GET to look. An attempt is one build set, found by its reason where its id was never learned.
 */
@Component
class BuildbotTarget implements Target {

  private static final String API = "/api/v2";
  private static final String NO_LOGIN = "the master could not be asked for a session";
  private static final String SESSION = "TWISTED_SESSION=";

  private final Rest rest;
  private final Clock clock;

  BuildbotTarget(Rest rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  @Override
  public Adapter adapter() {
    return Adapter.BUILDBOT;
  }

  /** A master answers 500 to a scheduler that it does not have, so that is asked first. */
  @Override
  public Answer send(Dispatch dispatch, Aim aim) {
    String scheduler = API + "/forceschedulers/" + Rest.part(aim.setting("scheduler"));
    Reply there = rest.basic(aim).get(scheduler);
    if (!(there instanceof Answered answered) || !answered.isGood()) {
      return putOff(Answers.of(there, clock.instant(), good -> new Answer.Taken(null, null)));
    }
    Site site = site(aim).orElse(null);
    if (site == null) {
      return new Answer.Postponed(NO_LOGIN, null);
    }
    Map<String, Object> properties = new TreeMap<>(dispatch.inputs());
    properties.put("signalbox_attempt", dispatch.attempt().toString());
    properties.put("reason", "Signalbox " + dispatch.attempt());
    return Answers.of(
        site.post(scheduler, call("force", properties)), clock.instant(), this::taken);
  }

  /** To have looked and not know is to have sent nothing. */
  private static Answer putOff(Answer answer) {
    return answer instanceof Answer.Ambiguous ambiguous
        ? new Answer.Postponed(ambiguous.words(), null)
        : answer;
  }

  private static Map<String, Object> call(String method, Map<String, ?> parameters) {
    return Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters);
  }

  /** The result is the build set's id, and a build request for each builder. */
  private Answer taken(Answered answer) {
    JsonNode result = rest.read(answer).path("result");
    JsonNode id = result.isArray() && !result.isEmpty() ? result.get(0) : null;
    return id != null && id.isIntegralNumber()
        ? new Answer.Taken(id.asString(), null)
        : new Answer.Ambiguous("the answer names no build set");
  }

  @Override
  public Sighting look(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    String path =
        API
            + "/buildsets"
            + (id == null ? "?reason__contains=" + dispatch.attempt() : "/" + Rest.part(id));
    Site site = site(aim).orElse(null);
    if (site == null) {
      return new Sighting.Unseen(NO_LOGIN, null);
    }
    Reply reply = site.get(path);
    if (reply instanceof Answered answered && answered.status() == 404) {
      return Absence.of("Buildbot has no build set " + id, dispatch);
    }
    if (!(reply instanceof Answered answered) || !answered.isGood()) {
      return Answers.unseen(reply, clock.instant());
    }
    JsonNode sets = rest.read(answered).path("buildsets");
    if (!sets.isArray()) {
      return new Sighting.Unseen("the answer is no list of build sets", null);
    }
    return sets.isEmpty()
        ? Absence.of("Buildbot has no build set with this attempt", dispatch)
        : seen(sets.get(0), site);
  }

  private Sighting seen(JsonNode set, Site site) {
    String id = Found.id(set, "bsid");
    if (id == null) {
      return new Sighting.Unseen("the answer is no build set", null);
    }
    if (set.path("complete").asBoolean(false)) {
      return ended(set.path("results").asInt(-1), id);
    }
    Reply reply = site.get(API + "/buildrequests?buildsetid=" + Rest.part(id));
    if (!(reply instanceof Answered answered) || !answered.isGood()) {
      return Answers.unseen(reply, clock.instant());
    }
    for (JsonNode request : rest.read(answered).path("buildrequests")) {
      if (request.path("claimed").asBoolean(false)) {
        return new Sighting.Working(id, null);
      }
    }
    return new Sighting.Waiting(id, null);
  }

  /** By the numbers of {@code buildbot.process.results}. */
  private static Sighting ended(int results, String id) {
    return switch (results) {
      case 0, 1 -> new Sighting.Ended(Outcome.PASSED, null, id, null);
      case 2 -> new Sighting.Ended(Outcome.FAILED, null, id, null);
      case 3 -> new Sighting.Ended(Outcome.ERRORED, "SKIPPED", id, null);
      case 4 -> new Sighting.Ended(Outcome.ERRORED, "EXCEPTION", id, null);
      case 5 -> new Sighting.Ended(Outcome.ERRORED, "RETRY", id, null);
      case 6 -> new Sighting.Ended(Outcome.CANCELLED, null, id, null);
      default -> new Sighting.Unseen("a result unknown here: " + results, null);
    };
  }

  /** A request that waits is cancelled; one that has a build has it stopped. */
  @Override
  public boolean stop(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    if (id == null) {
      return true;
    }
    Site site = site(aim).orElse(null);
    if (site == null) {
      return false;
    }
    Map<String, Object> reason = Map.of("reason", "no longer wanted by Signalbox");
    boolean delivered = true;
    for (String request :
        ids(site, "/buildrequests?buildsetid=" + Rest.part(id), "buildrequests")) {
      delivered &=
          Answers.isDelivered(
              site.post(API + "/buildrequests/" + Rest.part(request), call("cancel", reason)));
      for (String build : ids(site, "/builds?buildrequestid=" + Rest.part(request), "builds")) {
        delivered &=
            Answers.isDelivered(
                site.post(API + "/builds/" + Rest.part(build), call("stop", reason)));
      }
    }
    return delivered;
  }

  private List<String> ids(Site site, String path, String things) {
    if (!(site.get(API + path) instanceof Answered answered) || !answered.isGood()) {
      return List.of();
    }
    String name = things.substring(0, things.length() - 1) + "id";
    return rest.read(answered)
        .path(things)
        .valueStream()
        .map(thing -> Found.id(thing, name))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * A master with users gives a session for a password; one without has no such page, or fails over
   * it. Empty if the master could not be asked.
   */
  private Optional<Site> site(Aim aim) {
    Site basic = rest.basic(aim);
    if (!(basic.get("/auth/login") instanceof Answered login)
        || login.status() == 429
        || login.status() > 500) {
      return Optional.empty();
    }
    return login.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(SESSION))
        .reduce((first, last) -> last)
        .map(cookie -> rest.session(aim, cookie.split(";", -1)[0]))
        .or(() -> Optional.of(basic));
  }
}
