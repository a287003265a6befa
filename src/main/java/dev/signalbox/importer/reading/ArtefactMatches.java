package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which awaited things are one: the same words and the same owner, or the only owner that
 * anybody gives to those words; a part of some bundle that nobody awaits alone means the bundle.
 */
final class ArtefactMatches {

  private final List<ArtefactThing> all;
  private final Set<Set<String>> alone;
  private final Map<String, Set<String>> owners = new HashMap<>();
  private final Map<Set<String>, List<ArtefactThing>> bundles = new HashMap<>();

  ArtefactMatches(List<ArtefactThing> all, Set<Set<String>> alone) {
    this.all = all;
    this.alone = alone;
    for (ArtefactThing thing : all) {
      if (thing.isBundle()) {
        thing
            .parts()
            .forEach(part -> bundles.computeIfAbsent(part, any -> new ArrayList<>()).add(thing));
      }
    }
  }

  /** Each thing with the one that stands for it. */
  Map<ArtefactThing, ArtefactThing> same() {
    Map<ArtefactThing, ArtefactThing> meant = new HashMap<>();
    for (ArtefactThing thing : all) {
      ArtefactThing whole = thing.isBundle() ? thing : bundleOf(thing);
      meant.put(thing, whole);
      String owner = thing.owner();
      if (owner != null) {
        owners.computeIfAbsent(whole.identity(), any -> new TreeSet<>()).add(owner);
      }
    }
    Map<String, ArtefactThing> first = new LinkedHashMap<>();
    Map<ArtefactThing, ArtefactThing> same = new HashMap<>();
    for (ArtefactThing thing : all) {
      ArtefactThing whole = meant.getOrDefault(thing, thing);
      String owner = owner(whole);
      ArtefactThing one =
          first.computeIfAbsent(
              whole.identity() + "\n" + owner,
              any -> new ArtefactThing(whole.parts(), owner.isEmpty() ? null : owner));
      if (whole == thing) {
        thing.mentions().forEach(one::mentionedAs);
      }
      same.put(thing, one);
    }
    return same;
  }

  private String owner(ArtefactThing thing) {
    String owner = thing.owner();
    Set<String> known = owners.getOrDefault(thing.identity(), Set.of());
    return owner != null ? owner : known.size() == 1 ? known.iterator().next() : "";
  }

  private ArtefactThing bundleOf(ArtefactThing thing) {
    Set<String> words = thing.parts().iterator().next();
    String owner = thing.owner();
    if (alone.contains(words)) {
      return thing;
    }
    return bundles.getOrDefault(words, List.of()).stream()
        .filter(bundle -> owner == null || bundle.owner() == null || owner.equals(bundle.owner()))
        .min(
            Comparator.<ArtefactThing>comparingInt(bundle -> bundle.parts().size())
                .thenComparing(ArtefactThing::identity))
        .orElse(thing);
  }
}
