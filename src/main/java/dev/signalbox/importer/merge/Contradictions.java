package dev.signalbox.importer.merge;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds statements of a document that cannot all be true, in the plan as it would be. Pure. */
final class Contradictions {

  private final PlanGraph graph;

  Contradictions(PlanSnapshot future) {
    this.graph = PlanGraph.of(future);
  }

  /** Those of the document's tasks by the readiness function, its log and its risks; its header. */
  List<Contradiction> find(ParsedPlan plan, PlanKeys keys, List<Claim> claims) {
    Map<String, ParsedPlan.Task> tasks = new LinkedHashMap<>();
    for (ParsedPlan.Task task : plan.tasks()) {
      String written = task.key().value().value();
      tasks.put(keys.renamed().getOrDefault(written, written), task);
    }
    List<Contradiction> found = new ArrayList<>(plan.contradictions());
    found.addAll(HeaderClaims.find(plan.sprint()));
    tasks.forEach(
        (key, task) ->
            graph
                .derived(key)
                .flatMap(derived -> Optional.ofNullable(derived.contradiction()))
                .ifPresent(
                    words ->
                        found.add(
                            new Contradiction(key, "GRAPH", words, task.state().place(), ""))));
    Map<String, List<Claim>> byTask = new LinkedHashMap<>();
    claims.forEach(
        claim -> byTask.computeIfAbsent(claim.key(), key -> new ArrayList<>()).add(claim));
    byTask.forEach(
        (key, all) -> {
          ParsedPlan.Task task = tasks.get(key);
          if (task != null) {
            for (Claim.Origin origin : Claim.Origin.values()) {
              add(key, task, all, origin, found);
            }
          }
        });
    return List.copyOf(found);
  }

  /**
   * The newest claims of one kind, if none of them agrees with the table. What the document says
   * elsewhere is no history, so there a single place that does not agree is enough.
   */
  private static void add(
      String key,
      ParsedPlan.Task task,
      List<Claim> all,
      Claim.Origin origin,
      List<Contradiction> found) {
    TaskState declared = task.state().value();
    boolean each = origin == Claim.Origin.ELSEWHERE;
    List<Claim> claims =
        all.stream()
            .filter(claim -> claim.origin() == origin && !(each && claim.state() == declared))
            .toList();
    LocalDate newest =
        claims.stream()
            .map(claim -> claim.on() == null ? LocalDate.MIN : claim.on())
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    List<Claim> last =
        claims.stream()
            .filter(claim -> newest.equals(claim.on() == null ? LocalDate.MIN : claim.on()))
            .toList();
    if (last.isEmpty() || last.stream().anyMatch(claim -> claim.state() == declared)) {
      return;
    }
    Claim claim = last.getFirst();
    Place at = task.state().place();
    String who =
        switch (origin) {
          case LOG -> "The log says ";
          case RISKS -> "The risks say ";
          case ELSEWHERE -> "Another place of the document says ";
        };
    found.add(
        new Contradiction(
            key,
            origin.name(),
            who
                + claim.state()
                + " ("
                + claim.place()
                + "), the table says "
                + declared
                + " ("
                + at
                + ").",
            claim.place(),
            claim.text()));
  }
}
