package dev.signalbox.validation.adapter;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.adapter.Reply.Answered;
import dev.signalbox.validation.adapter.Rest.Site;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.dispatch.Target;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the kinds of Actions have in common: a workflow is dispatched with inputs, answered with the
 * run's id by newer versions and with nothing by older ones; runs are then read by id, or found in
 * the list by the attempt that their name shows.
 */
abstract class WorkflowTarget implements Target {

  static final String ATTEMPT = "signalbox_attempt";

  private final Rest rest;
  private final Clock clock;

  WorkflowTarget(Rest rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  /** The API and who calls it. */
  abstract Site site(Rest rest, Aim aim);

  /** Where the API keeps the repository. */
  abstract String repository(Aim aim);

  /** What dispatches are asked besides, so that they answer with the run. */
  abstract Map<String, Object> asking();

  /** Path and query of the runs that may be the attempt's. */
  abstract String runs(Dispatch dispatch, Aim aim);

  @Override
  public Answer send(Dispatch dispatch, Aim aim) {
    Map<String, String> inputs = new TreeMap<>(dispatch.inputs());
    inputs.put(ATTEMPT, dispatch.attempt().toString());
    Map<String, Object> body = new TreeMap<>(asking());
    body.put("ref", aim.setting("ref"));
    body.put("inputs", inputs);
    String path =
        repository(aim)
            + "/actions/workflows/"
            + Rest.part(aim.setting("workflow"))
            + "/dispatches";
    Reply reply = site(rest, aim).post(path, body);
    if (isTooMuch(reply)) {
      body.keySet().removeAll(asking().keySet());
      reply = site(rest, aim).post(path, body);
    }
    return Answers.of(reply, clock.instant(), this::taken);
  }

  /** Older Enterprise Servers refuse a key that they do not know; nothing was begun then. */
  private boolean isTooMuch(Reply reply) {
    return reply instanceof Answered answered
        && answered.status() >= 400
        && answered.status() < 500
        && asking().keySet().stream().anyMatch(Found.message(answered.body())::contains);
  }

  private Answer taken(Answered answer) {
    JsonNode run = rest.read(answer);
    @Nullable String id = Found.id(run, "workflow_run_id");
    return new Answer.Taken(id == null ? Found.id(run, "id") : id, Found.url(run, "html_url"));
  }

  @Override
  public Sighting look(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    return id == null ? search(dispatch, aim) : one(id, dispatch, aim);
  }

  private Sighting one(String id, Dispatch dispatch, Aim aim) {
    Reply reply = site(rest, aim).get(run(id, aim));
    if (reply instanceof Answered answered && answered.status() == 404) {
      return Absence.of("the target has no run " + id, dispatch);
    }
    return reply instanceof Answered answered && answered.isGood()
        ? seen(rest.read(answered))
        : Answers.unseen(reply, clock.instant());
  }

  private Sighting search(Dispatch dispatch, Aim aim) {
    Reply reply = site(rest, aim).get(runs(dispatch, aim));
    if (!(reply instanceof Answered answered) || !answered.isGood()) {
      return Answers.unseen(reply, clock.instant());
    }
    WorkflowRuns runs = new WorkflowRuns(rest.read(answered));
    JsonNode found = runs.of(dispatch.attempt());
    if (found != null) {
      return seen(found);
    }
    return runs.canBeOf(dispatch)
        ? new Sighting.Unseen(
            "the target has runs whose names show no attempt: add it to the workflow's run-name",
            null)
        : Absence.of("the target has no run with this attempt", dispatch);
  }

  private static Sighting seen(JsonNode run) {
    String id = Found.id(run, "id");
    if (id == null) {
      return new Sighting.Unseen("the answer is no run", null);
    }
    @Nullable String url = Found.url(run, "html_url");
    String status = Found.word(run, "status");
    return switch (status) {
      case "queued", "requested", "waiting", "pending", "blocked" -> new Sighting.Waiting(id, url);
      case "in_progress", "running" -> new Sighting.Working(id, url);
      case "completed" -> ended(Found.word(run, "conclusion"), id, url);
      default -> ended(status, id, url);
    };
  }

  /** Gitea and GitHub say it as the conclusion, Forgejo as the status. */
  private static Sighting ended(String conclusion, String id, @Nullable String url) {
    return switch (conclusion) {
      case "success" -> new Sighting.Ended(Outcome.PASSED, null, id, url);
      case "failure" -> new Sighting.Ended(Outcome.FAILED, null, id, url);
      case "cancelled" -> new Sighting.Ended(Outcome.CANCELLED, null, id, url);
      case "timed_out" -> new Sighting.Ended(Outcome.ERRORED, "TIMEOUT", id, url);
      case "startup_failure" -> new Sighting.Ended(Outcome.ERRORED, "STARTUP_FAILURE", id, url);
      case "skipped" -> new Sighting.Ended(Outcome.ERRORED, "SKIPPED", id, url);
      case "neutral" -> new Sighting.Ended(Outcome.ERRORED, "NEUTRAL", id, url);
      case "stale" -> new Sighting.Ended(Outcome.ERRORED, "STALE", id, url);
      case "action_required" -> new Sighting.Waiting(id, url);
      default -> new Sighting.Unseen("a run status unknown here: " + conclusion, null);
    };
  }

  @Override
  public boolean stop(Dispatch dispatch, Aim aim) {
    String id = dispatch.externalId();
    return id == null
        || Answers.isDelivered(site(rest, aim).post(run(id, aim) + "/cancel", Map.of()));
  }

  private String run(String id, Aim aim) {
    return repository(aim) + "/actions/runs/" + Rest.part(id);
  }
}
