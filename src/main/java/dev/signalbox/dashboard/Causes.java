package dev.signalbox.dashboard;

import dev.signalbox.graph.Party;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanSnapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the root causes of a plan with their owners and ages. */
@Component
public class Causes {

  private static final int PARTIES = 100;
  private static final int CAUSES = 50;

  /**
   * Root causes by whom tasks wait for; who holds most on his own stands first.
   *
   * @param sprint only what holds this sprint's tasks, or null for all
   * @param today to count ages by
   */
  public List<PartyRow> parties(PlanGraph graph, @Nullable String sprint, LocalDate today) {
    Sheet sheet = new Sheet(graph.snapshot(), today);
    return graph.parties(sprint).parties().stream()
        .limit(PARTIES)
        .map(party -> party(party, sheet))
        .toList();
  }

  private static PartyRow party(Party party, Sheet sheet) {
    String name = party.name();
    return new PartyRow(
        name == null ? "Nobody knows who" : name,
        party.headline(),
        party.holds(),
        party.holdsSolely(),
        party.causes().stream().limit(CAUSES).map(sheet::row).toList(),
        Math.max(0, party.causes().size() - CAUSES));
  }

  /** Owners and addresses by key. */
  private static final class Sheet {

    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> hrefs = new HashMap<>();
    private final LocalDate today;

    Sheet(PlanSnapshot snapshot, LocalDate today) {
      this.today = today;
      String project = snapshot.project().value();
      for (PlanSnapshot.External external : snapshot.externals()) {
        owners.put(external.key(), external.owner() == null ? "unknown" : external.owner());
        hrefs.put(external.key(), Links.external(project, external.key()));
      }
      for (PlanSnapshot.Task task : snapshot.tasks()) {
        String key = task.key().value();
        owners.put(key, String.join(", ", task.owners()));
        hrefs.put(key, "/projects/" + project + "/tasks/" + Links.segment(key));
      }
    }

    CauseRow row(RankedCause ranked) {
      RootCause cause = ranked.cause();
      String key = cause.key();
      String owner = cause.owner() == null ? owners.getOrDefault(key, "unknown") : cause.owner();
      return CauseRow.of(ranked, hrefs.get(key), owner, today);
    }
  }
}
