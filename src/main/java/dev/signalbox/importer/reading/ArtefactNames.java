package dev.signalbox.importer.reading;

import dev.signalbox.importer.reading.Artefacts.Artefact;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names awaited things so that the order of the document does not matter: as the plan has it
 * already; else the shortest way to write it that says whose it is; else the shortest.
 */
final class ArtefactNames {

  private final Map<String, Artefact> known = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private ArtefactNames(List<Artefact> known) {
    for (Artefact artefact : known) {
      this.known.put(identity(artefact.name(), artefact.owner()), artefact);
      taken.add(artefact.name());
    }
  }

  static Map<ArtefactThing, Artefact> of(Collection<ArtefactThing> things, List<Artefact> known) {
    ArtefactNames names = new ArtefactNames(known);
    Map<ArtefactThing, Artefact> named = new HashMap<>();
    things.stream()
        .distinct()
        .sorted(
            Comparator.comparing(ArtefactThing::identity)
                .thenComparing(thing -> String.valueOf(thing.owner())))
        .forEach(thing -> named.put(thing, names.artefact(thing)));
    return named;
  }

  private Artefact artefact(ArtefactThing thing) {
    for (List<String> mention : thing.mentions()) {
      Artefact here = known.get(identity(String.join(" and ", mention), thing.owner()));
      if (here != null) {
        return here;
      }
    }
    Set<String> whose = thing.owner() == null ? Set.of() : ArtefactWords.ofOwner(thing.owner());
    String name =
        thing.mentions().stream()
            .map(ArtefactWords::name)
            .filter(one -> !one.isEmpty())
            .min(
                Comparator.<String>comparingInt(one -> says(one, whose) ? 0 : 1)
                    .thenComparingInt(String::length)
                    .thenComparing(Comparator.naturalOrder()))
            .orElse(thing.identity());
    String free =
        taken.contains(name) && thing.owner() != null ? name + " of " + thing.owner() : name;
    taken.add(free);
    return new Artefact(free, thing.owner());
  }

  private static boolean says(String name, Set<String> whose) {
    return ArtefactWords.of(name).stream().anyMatch(whose::contains);
  }

  private static String identity(String name, @Nullable String owner) {
    Set<String> whose = owner == null ? Set.of() : ArtefactWords.ofOwner(owner);
    Set<Set<String>> parts = new HashSet<>();
    for (String part : Artefacts.AND.split(name, -1)) {
      parts.add(ArtefactWords.telling(part, whose));
    }
    return ArtefactThing.identityOf(parts) + "\n" + owner;
  }
}
