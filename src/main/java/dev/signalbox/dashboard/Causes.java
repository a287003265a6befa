package dev.signalbox.dashboard;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists the root causes of a plan with their owners and ages. */
@Component
public class Causes {

  private final Clock clock;

  Causes(Clock clock) {
    this.clock = clock;
  }

  /** Ranked as the graph ranks them: those that free most on their own first. */
  public List<CauseRow> rows(PlanGraph graph) {
    PlanSnapshot snapshot = graph.snapshot();
    Map<String, String> owners = new HashMap<>();
    Map<String, String> hrefs = new HashMap<>();
    for (PlanSnapshot.External external : snapshot.externals()) {
      owners.put(external.key(), external.owner() == null ? "unknown" : external.owner());
    }
    for (PlanSnapshot.Task task : snapshot.tasks()) {
      owners.put(task.key().value(), String.join(", ", task.owners()));
      hrefs.put(
          task.key().value(),
          "/projects/" + snapshot.project() + "/tasks/" + Links.segment(task.key().value()));
    }
    LocalDate today = LocalDate.now(clock);
    return graph.rootCauses().stream()
        .map(
            ranked -> {
              String key = ranked.cause().key();
              return CauseRow.of(
                  ranked, hrefs.get(key), owners.getOrDefault(key, "unknown"), today);
            })
        .toList();
  }
}
