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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * GitLab pipelines, API v4 (docs.gitlab.com/api/pipelines). The attempt's id travels as the
 * variable {@value #ATTEMPT}; a pipeline whose id was never learned is found by it among those that
 * the API made since. GitLab offers no filter by variable, so the candidates are read one by one.
 */
@Component
class GitLabTarget implements Target {

  static final String ATTEMPT = "SIGNALBOX_ATTEMPT";
  private static final int CANDIDATES = 50;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Rest rest;
  private final Clock clock;

  GitLabTarget(Rest rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  @Override
  public Adapter adapter() {
    return Adapter.GITLAB;
  }

  @Override
  public Answer send(Dispatch dispatch, Aim aim) {
    Map<String, Object> body = Map.of("ref", aim.setting("ref"), "variables", variables(dispatch));
    return Answers.of(
        site(aim).post(project(aim) + "/pipeline", body), clock.instant(), this::taken);
  }

  private static List<Map<String, String>> variables(Dispatch dispatch) {
    Map<String, String> values = new TreeMap<>(dispatch.inputs());
    values.put(ATTEMPT, dispatch.attempt().toString());
    values.put("SIGNALBOX_REPORT_TO", dispatch.reportTo());
    List<Map<String, String>> variables = new ArrayList<>();
    values.forEach((name, value) -> variables.add(Map.of("key", name, "value", value)));
    return variables;
  }

  private Answer taken(Answered answer) {
    JsonNode pipeline = rest.read(answer);
    return new Answer.Taken(Found.id(pipeline, "id"), Found.url(pipeline, "web_url"));
  }

  @Override
  public Sighting look(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    return id == null ? search(dispatch, aim) : one(id, dispatch, aim);
  }

  private Sighting one(String id, Dispatch dispatch, Aim aim) {
    Reply reply = site(aim).get(project(aim) + "/pipelines/" + Rest.part(id));
    if (reply instanceof Answered answered && answered.status() == 404) {
      return Absence.of("GitLab has no pipeline " + id, dispatch);
    }
    return reply instanceof Answered answered && answered.isGood()
        ? seen(rest.read(answered))
        : Answers.unseen(reply, clock.instant());
  }

  private Sighting search(Dispatch dispatch, Aim aim) {
    String since =
        dispatch.claimedAt().minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS).toString();
    Reply reply =
        site(aim)
            .get(
                project(aim)
                    + "/pipelines?source=api&order_by=id&sort=asc&per_page=%d&updated_after=%s&ref=%s"
                        .formatted(CANDIDATES, Rest.part(since), Rest.part(aim.setting("ref"))));
    if (!(reply instanceof Answered answered) || !answered.isGood()) {
      return Answers.unseen(reply, clock.instant());
    }
    JsonNode pipelines = rest.read(answered);
    Sighting unread = null;
    for (JsonNode pipeline : pipelines) {
      String id = Found.id(pipeline, "id");
      Reply variables =
          id == null
              ? reply
              : site(aim).get(project(aim) + "/pipelines/" + Rest.part(id) + "/variables");
      if (id == null || !(variables instanceof Answered list) || !list.isGood()) {
        unread = Answers.unseen(variables, clock.instant());
      } else if (carries(rest.read(list), dispatch)) {
        return one(id, dispatch, aim);
      }
    }
    if (unread != null) {
      return unread;
    }
    return pipelines.isArray() && pipelines.size() < CANDIDATES
        ? Absence.of("GitLab has no pipeline with this attempt", dispatch)
        : new Sighting.Unseen("too many pipelines to look through", null);
  }

  private static boolean carries(JsonNode variables, Dispatch dispatch) {
    for (JsonNode variable : variables) {
      if (Found.word(variable, "key").equals(ATTEMPT)
          && Found.word(variable, "value").equals(dispatch.attempt().toString())) {
        return true;
      }
    }
    return false;
  }

  private static Sighting seen(JsonNode pipeline) {
    String id = Found.id(pipeline, "id");
    if (id == null) {
      return new Sighting.Unseen("the answer is no pipeline", null);
    }
    @Nullable String url = Found.url(pipeline, "web_url");
    String status = Found.word(pipeline, "status");
    return switch (status) {
      case "created", "waiting_for_resource", "preparing", "pending", "scheduled", "manual" ->
          new Sighting.Waiting(id, url);
      case "running", "canceling" -> new Sighting.Working(id, url);
      case "success" -> new Sighting.Ended(Outcome.PASSED, null, id, url);
      case "failed" -> new Sighting.Ended(Outcome.FAILED, null, id, url);
      case "canceled" -> new Sighting.Ended(Outcome.CANCELLED, null, id, url);
      case "skipped" -> new Sighting.Ended(Outcome.ERRORED, "SKIPPED", id, url);
      default -> new Sighting.Unseen("a pipeline status unknown here: " + status, null);
    };
  }

  @Override
  public boolean stop(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    return id == null
        || Answers.isDelivered(
            site(aim).post(project(aim) + "/pipelines/" + Rest.part(id) + "/cancel", Map.of()));
  }

  private Site site(Aim aim) {
    return rest.at(aim, "PRIVATE-TOKEN", "");
  }

  private static String project(Aim aim) {
    return "/api/v4/projects/" + Rest.part(aim.setting("project"));
  }
}
