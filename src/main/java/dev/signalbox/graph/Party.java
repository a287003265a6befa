package dev.signalbox.graph;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody that tasks wait for: the owner of awaited things, or of tasks that hold others up.
 *
 * @param name null where nobody knows who it is
 * @param holds how many open tasks its root causes hold, directly or not, each counted once
 * @param holdsSolely how many of them nobody else's root causes hold
 * @param causes ranked: what frees most stands first
 * @param headline all of it in one sentence
 */
public record Party(
    @Nullable String name, int holds, int holdsSolely, List<RankedCause> causes, String headline) {

  static Party of(@Nullable String name, int holds, int holdsSolely, List<RankedCause> causes) {
    String who = name == null ? "somebody unknown" : name;
    RankedCause first = causes.getFirst();
    int now = first.freesNow().size();
    int more = first.holds() - now;
    String headline =
        String.format(
            Locale.ROOT,
            "%s for %s through %s; %s first: frees %d now%s",
            holds == 1 ? "1 task waits" : holds + " tasks wait",
            who,
            counted(causes),
            Words.name(first.cause()),
            now,
            more == 0 ? "" : ", " + more + " more behind it");
    return new Party(name, holds, holdsSolely, List.copyOf(causes), headline);
  }

  private static String counted(List<RankedCause> causes) {
    String noun = "root cause";
    if (causes.stream().allMatch(each -> Words.isArtefact(each.cause()))) {
      noun = "artefact";
    } else if (causes.stream().allMatch(e -> e.cause().kind() == RootCause.Kind.EXTERNAL)) {
      noun = "external item";
    }
    return causes.size() + " " + noun + (causes.size() == 1 ? "" : "s");
  }
}
