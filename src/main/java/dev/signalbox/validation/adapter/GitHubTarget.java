package dev.signalbox.validation.adapter;

import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.adapter.Rest.Site;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Dispatch;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** GitHub Actions (docs.github.com/rest/actions/workflows): 200 with the run, or 204 without. */
@Component
class GitHubTarget extends WorkflowTarget {

  GitHubTarget(Rest rest, Clock clock) {
    super(rest, clock);
  }

  @Override
  public Adapter adapter() {
    return Adapter.GITHUB;
  }

  @Override
  Site site(Rest rest, Aim aim) {
    return rest.at(aim, "Authorization", "Bearer ").with("X-GitHub-Api-Version", "2022-11-28");
  }

  @Override
  String repository(Aim aim) {
    return "/repos/" + aim.setting("repository");
  }

  @Override
  Map<String, Object> asking() {
    return Map.of("return_run_details", true);
  }

  @Override
  String runs(Dispatch dispatch, Aim aim) {
    String since =
        ">=" + dispatch.claimedAt().minus(WorkflowRuns.CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
    return repository(aim)
        + "/actions/workflows/%s/runs?event=workflow_dispatch&per_page=100&created=%s"
            .formatted(Rest.part(aim.setting("workflow")), Rest.part(since));
  }
}
