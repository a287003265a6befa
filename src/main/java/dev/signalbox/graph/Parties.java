package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseCounts;
import dev.signalbox.graph.rows.CauseLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Root causes by from whom they are awaited. Who holds most on his own stands first.
 *
 * @param headline the sentence of the first party that has a name; null if nothing is held
 */
public record Parties(long planVersion, @Nullable String headline, List<Party> parties) {

  private static final Comparator<Party> ORDER =
      Comparator.comparingInt(Party::holdsSolely)
          .thenComparingInt(Party::holds)
          .reversed()
          .thenComparing(party -> String.valueOf(party.name()));

  /** Counts tasks once for each party, as root causes are counted: a party is one big cause. */
  static Parties of(long planVersion, Passes passes, IntPredicate scope, List<RankedCause> ranked) {
    Map<String, List<RankedCause>> byParty = new LinkedHashMap<>();
    ranked.forEach(
        each -> byParty.computeIfAbsent(owner(passes, each), _ -> new ArrayList<>()).add(each));
    List<String> names = List.copyOf(byParty.keySet());
    int[] own = owners(passes, byParty, names);
    CauseCounts counts =
        new CauseCounts(
            passes.components().edges,
            own,
            new CauseLabels(passes.components().edges, own),
            passes.openTasks(scope),
            new int[own.length],
            names.size());
    List<Party> parties = new ArrayList<>();
    for (int party = 0; party < names.size(); party++) {
      String name = names.get(party);
      List<RankedCause> causes = byParty.getOrDefault(name, List.of());
      parties.add(
          Party.of(name.isEmpty() ? null : name, counts.held[party], counts.solely[party], causes));
    }
    parties.sort(ORDER);
    return new Parties(planVersion, headline(parties), List.copyOf(parties));
  }

  private static @Nullable String headline(List<Party> parties) {
    return parties.stream()
        .filter(party -> party.name() != null)
        .findFirst()
        .or(() -> parties.stream().findFirst())
        .map(Party::headline)
        .orElse(null);
  }

  private static int[] owners(
      Passes passes, Map<String, List<RankedCause>> byParty, List<String> names) {
    Map<String, Integer> partyOf = new HashMap<>();
    for (int party = 0; party < names.size(); party++) {
      for (RankedCause each : byParty.getOrDefault(names.get(party), List.of())) {
        partyOf.put(each.cause().id(), party);
      }
    }
    Causes causes = passes.causes();
    int[] own = new int[causes.of.length];
    Arrays.fill(own, Nodes.NONE);
    for (int component = 0; component < own.length; component++) {
      if (causes.of[component] >= 0) {
        String id = causes.all.get(causes.of[component]).id();
        own[component] = partyOf.getOrDefault(id, Nodes.NONE);
      }
    }
    return own;
  }

  /** Empty where nobody knows. */
  private static String owner(Passes passes, RankedCause ranked) {
    RootCause cause = ranked.cause();
    return switch (cause.kind()) {
      case EXTERNAL -> cause.owner() == null ? "" : cause.owner();
      case UNKNOWN -> "";
      case SPRINT -> "sprint " + cause.key();
      case BLOCKER, UNSTATED, CANCELLED, CYCLE ->
          String.join(", ", passes.nodes().task(passes.nodes().find(cause.key())).owners());
    };
  }
}
