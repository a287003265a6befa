package dev.signalbox.validation.adapter;

import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.adapter.Rest.Site;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Dispatch;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gitea and Forgejo Actions, API v1. They differ in how they are asked for the run and in what they
 * call it; each ignores the other's words, and older versions both.
 */
@Component
class GiteaTarget extends WorkflowTarget {

  GiteaTarget(Rest rest, Clock clock) {
    super(rest, clock);
  }

  @Override
  public Adapter adapter() {
    return Adapter.GITEA;
  }

  @Override
  Site site(Rest rest, Aim aim) {
    return rest.at(aim, "Authorization", "token ");
  }

  @Override
  String repository(Aim aim) {
    return "/api/v1/repos/" + aim.setting("repository");
  }

  @Override
  Map<String, Object> asking() {
    return Map.of("return_run_details", true, "return_run_info", true);
  }

  @Override
  String runs(Dispatch dispatch, Aim aim) {
    return repository(aim) + "/actions/runs?event=workflow_dispatch&limit=50";
  }
}
