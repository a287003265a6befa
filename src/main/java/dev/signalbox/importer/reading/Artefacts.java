package dev.signalbox.importer.reading;

import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which things the prose of a whole document awaits: the same thing in other words is one, and what
 * one clause awaits together is one bundle, except for what some clause awaits alone.
 */
final class Artefacts {

  static final Pattern AND =
      Pattern.compile(
          "\\s*[,\u3001\uff0c]\\s*(?:and\\s+|und\\s+|y\\s+|et\\s+|\u0438\\s+)?"
              + "|\\s+(?:and|plus|und|sowie|y|et|\u0438|\\+|&)\\s+|[\u548c\u53ca\u4e0e]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * A thing outside the plan.
   *
   * @param owner from whom it is awaited; null if the document does not say
   */
  record Artefact(String name, @Nullable String owner) {}

  /** A blocker with the thing that it awaits; null where the words name nothing. */
  record Held(Blocker blocker, @Nullable Artefact awaits) {}

  /** One thing as one clause says it. */
  private record Atom(Blocker blocker, String written, Set<String> words, @Nullable String owner) {

    Atom from(@Nullable String other) {
      return owner == null ? new Atom(blocker, written, words, other) : this;
    }
  }

  private final Parties parties;
  private final Set<Set<String>> alone = new HashSet<>();
  private final Map<Blocker, List<ArtefactThing>> things = new HashMap<>();
  private final Map<ArtefactThing, Artefact> named;

  /**
   * Thinks the document through.
   *
   * @param known things that the plan has already; they keep their names
   */
  Artefacts(List<Task> tasks, List<Artefact> known) {
    this.parties = new Parties(tasks);
    List<List<Atom>> clauses = new ArrayList<>();
    tasks.forEach(task -> clauses.addAll(clauses(task)));
    clauses.stream()
        .filter(clause -> clause.size() == 1)
        .forEach(clause -> alone.add(clause.getFirst().words()));
    List<ArtefactThing> all = new ArrayList<>();
    for (List<Atom> clause : clauses) {
      for (List<Atom> together : together(clause)) {
        ArtefactThing thing =
            ArtefactThing.of(
                together.stream().map(Atom::words).toList(),
                together.stream().map(Atom::written).toList(),
                together.getFirst().owner());
        all.add(thing);
        together.forEach(
            atom -> things.computeIfAbsent(atom.blocker(), any -> new ArrayList<>()).add(thing));
      }
    }
    Map<ArtefactThing, ArtefactThing> same = new ArtefactMatches(all, alone).same();
    things.values().forEach(list -> list.replaceAll(thing -> same.getOrDefault(thing, thing)));
    this.named = ArtefactNames.of(same.values(), known);
  }

  /** What holds the task, without blockers that name a key. */
  List<Held> of(Task task) {
    Map<ArtefactThing, List<Blocker>> found = new LinkedHashMap<>();
    List<Held> held = new ArrayList<>();
    for (Blocker blocker : task.blockers()) {
      List<ArtefactThing> awaited = things.getOrDefault(blocker, List.of());
      awaited.forEach(thing -> found.computeIfAbsent(thing, any -> new ArrayList<>()).add(blocker));
      if (blocker.awaits() == null && awaited.isEmpty()) {
        held.add(new Held(blocker, null));
      }
    }
    found.forEach((thing, blockers) -> held.add(new Held(joined(blockers), named.get(thing))));
    return List.copyOf(held);
  }

  /** One blocker for a bundle whose parts were read one by one. */
  private static Blocker joined(List<Blocker> parts) {
    Blocker first = parts.getFirst();
    List<String> awaited =
        parts.stream()
            .filter(part -> part.clause().equals(first.clause()))
            .map(Blocker::awaited)
            .distinct()
            .toList();
    if (awaited.size() == 1) {
      return first;
    }
    String all = String.join(" and ", awaited);
    return new Blocker(
        first.kind(),
        all,
        null,
        first.reason().replace(first.awaited(), all),
        first.since(),
        first.sureness(),
        first.clause(),
        first.place());
  }

  private List<List<Atom>> clauses(Task task) {
    Map<String, List<Atom>> clauses = new LinkedHashMap<>();
    Set<String> ofOwners = parties.wordsOfOwners(task);
    for (Blocker blocker : task.blockers()) {
      if (blocker.awaits() != null || ProseBlockers.isGeneric(blocker.awaited())) {
        continue;
      }
      for (String part : AND.split(blocker.awaited(), -1)) {
        if (!ArtefactWords.name(List.of(part)).isEmpty()) {
          clauses
              .computeIfAbsent(blocker.clause(), any -> new ArrayList<>())
              .add(
                  new Atom(
                      blocker,
                      part,
                      ArtefactWords.telling(part, ofOwners),
                      parties.named(part, task)));
        }
      }
    }
    return clauses.entrySet().stream()
        .map(clause -> owned(clause.getKey(), clause.getValue(), task))
        .toList();
  }

  /** A part that names nobody is from whom the part before it is, or whom the clause means. */
  private List<Atom> owned(String clause, List<Atom> atoms, Task task) {
    String other = parties.onlyOther(task);
    boolean namesHim = other != null && atoms.stream().anyMatch(atom -> other.equals(atom.owner()));
    String inClause = namesHim ? other : parties.named(sender(clause), task);
    if (inClause == null) {
      inClause = parties.upstream(clause, task);
    }
    List<Atom> owned = new ArrayList<>();
    String before = null;
    for (Atom atom : atoms) {
      Atom one = atom.from(before == null ? inClause : before);
      before = one.owner();
      owned.add(one);
    }
    return owned;
  }

  private static String sender(String clause) {
    String from = ArtefactWords.from(clause);
    return from.isEmpty() ? "" : "it from " + from;
  }

  /** The clause's parts that are one thing: each that stands alone elsewhere, and the rest. */
  private List<List<Atom>> together(List<Atom> clause) {
    List<List<Atom>> groups = new ArrayList<>();
    Map<Object, List<Atom>> rest = new HashMap<>();
    for (Atom atom : clause) {
      if (alone.contains(atom.words())) {
        groups.add(List.of(atom));
      } else {
        Object owner = Objects.requireNonNullElse(atom.owner(), "");
        List<Atom> group = rest.computeIfAbsent(owner, any -> new ArrayList<>());
        if (group.isEmpty()) {
          groups.add(group);
        }
        group.add(atom);
      }
    }
    return groups;
  }
}
