package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What our reader finds in a document of others, and all in which it differs from the facts. */
final class WildReading {

  private final WildFacts facts;
  private final ParsedPlan plan;
  private final List<Oddity> oddities;
  private final List<ExternalText> externals;
  private final Map<String, ParsedPlan.Task> parsed = new LinkedHashMap<>();
  private final Map<String, TaskText> meant = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();

  private WildReading(WildFacts facts, PlanReader.Reading reading) {
    this.facts = facts;
    this.plan = reading.plan();
    Resolution.Resolved resolved = Resolution.of(plan, List.of());
    this.oddities = new ArrayList<>(plan.oddities());
    this.oddities.addAll(resolved.oddities());
    this.externals = resolved.document().externals();
    plan.tasks().forEach(task -> parsed.put(task.key().value().value(), task));
    resolved.document().tasks().forEach(task -> meant.put(task.key().value(), task));
    differences.add("read by \"" + reading.dialect() + "\", " + plan.tasks().size() + " tasks");
  }

  static WildReading of(WildFacts facts) {
    return new WildReading(
        facts, PlanReader.withAllDialects().read(Document.of(facts.bytes()), null));
  }

  /** Empty if all is as a careful person found it; else all differences, the dialect first. */
  List<String> differences() {
    if (facts.noTasks()) {
      sayThatThereAreNone();
    } else {
      tasks();
      states();
      edges();
      externals();
      owners();
      Set<String> contradicted = WildContradictions.of(facts);
      facts.contradictions().stream()
          .filter(one -> !contradicted.contains(one.key()))
          .forEach(one -> differences.add("no contradiction about \"" + one.key() + "\""));
      oddities.stream()
          .filter(odd -> odd.code().severity() != OddityCode.Severity.NOTE)
          .forEach(odd -> differences.add(odd.code().severity() + " " + shown(odd)));
    }
    oddities();
    return differences.size() == 1 ? List.of() : List.copyOf(differences);
  }

  private void sayThatThereAreNone() {
    parsed.forEach((key, task) -> differences.add("no task: " + key + at(task)));
    Set<OddityCode> honest = Set.of(OddityCode.NO_TASKS);
    if (oddities.stream().noneMatch(odd -> honest.contains(odd.code()))) {
      differences.add("does not say that there are no tasks");
    }
  }

  private void tasks() {
    Map<Integer, TaskState> lines = new HashMap<>();
    facts.keyless().forEach(task -> lines.put(task.line(), task.state()));
    int count = 0;
    for (Map.Entry<String, ParsedPlan.Task> entry : parsed.entrySet()) {
      ParsedPlan.Task task = entry.getValue();
      int line = task.text().place().line();
      TaskState expected = facts.keys().get(entry.getKey());
      expected = expected == null ? lines.remove(line) : expected;
      if (expected == null) {
        if (!facts.optional().contains(entry.getKey()) && !facts.optionalLines().contains(line)) {
          differences.add("unexpected task " + entry.getKey() + at(task));
        }
        continue;
      }
      count++;
      TaskState state = task.state().value();
      if (state != expected) {
        differences.add(entry.getKey() + at(task) + " is " + expected + ", not " + state);
      }
      String date = facts.dates().get(entry.getKey());
      String said = task.stateDate() == null ? null : task.stateDate().value().toString();
      if (date != null && !Objects.equals(date, said)) {
        differences.add(entry.getKey() + at(task) + " is dated " + date + ", not " + said);
      }
    }
    missing(facts.keys().keySet(), parsed.keySet())
        .forEach(key -> differences.add("missing task " + key));
    lines.forEach((line, state) -> differences.add("missing task in line " + line + ": " + state));
    if (count != facts.tasks()) {
      differences.add(count + " of " + facts.tasks() + " tasks found");
    }
  }

  /** The numbers that a reader would count: they hold the facts against themselves. */
  private void states() {
    Map<TaskState, Integer> counted = new EnumMap<>(TaskState.class);
    facts.keys().values().forEach(state -> counted.merge(state, 1, Integer::sum));
    facts.keyless().forEach(task -> counted.merge(task.state(), 1, Integer::sum));
    if (!counted.equals(facts.states())) {
      differences.add("the facts count " + counted + " but say " + facts.states());
    }
  }

  private void edges() {
    Map<String, WildFacts.InWords> words =
        facts.inWords().stream()
            .collect(Collectors.toMap(WildFacts.InWords::key, word -> word, (a, b) -> a));
    for (String key : facts.keys().keySet()) {
      TaskText task = meant.get(key);
      if (task == null) {
        continue;
      }
      Set<String> found = new TreeSet<>(task.dependsOn());
      found.removeIf(one -> !meant.containsKey(one));
      Set<String> expected = new TreeSet<>(facts.edges().getOrDefault(key, List.of()));
      WildFacts.InWords word = words.get(key);
      if (word != null && found.containsAll(expected)) {
        Set<String> beyond = new TreeSet<>(found);
        beyond.removeAll(expected);
        boolean spoken =
            isSpokenOf(word.line())
                || !task.blockers().isEmpty()
                || task.dependsOn().size() > found.size();
        if (beyond.isEmpty() ? spoken : word.edges().containsAll(beyond)) {
          continue;
        }
        differences.add(key + ": not a word about line " + word.line() + ", or " + beyond);
        continue;
      }
      if (!found.equals(expected)) {
        differences.add(key + " depends on " + expected + ", not " + found);
      }
    }
  }

  private boolean isSpokenOf(int line) {
    return oddities.stream().anyMatch(odd -> odd.place().line() == line);
  }

  private void externals() {
    Set<String> found =
        externals.stream().map(item -> folded(item.key())).collect(Collectors.toSet());
    Set<String> expected =
        facts.externals().stream().map(WildReading::folded).collect(Collectors.toSet());
    missing(expected, found).forEach(key -> differences.add("missing external " + key));
    externals.stream()
        .filter(item -> item.kind() == ExternalKind.TASK)
        .filter(item -> !expected.contains(folded(item.key())))
        .forEach(item -> differences.add("unexpected external " + item.key()));
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private void owners() {
    facts
        .owners()
        .forEach(
            (key, count) -> {
              TaskText task = meant.get(key);
              if (task != null && task.owners().size() != count) {
                differences.add(key + " has " + count + " owners, not " + task.owners());
              }
            });
  }

  private void oddities() {
    for (WildFacts.Odd odd : facts.oddities()) {
      boolean said =
          oddities.stream()
              .filter(one -> one.place().line() == odd.line())
              .anyMatch(one -> odd.code() == null || one.code().name().equals(odd.code()));
      if (!said) {
        differences.add("no word about line " + odd.line() + " (" + odd.code() + ")");
      }
    }
  }

  private static Set<String> missing(Set<String> expected, Set<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    return missing;
  }

  private static String at(ParsedPlan.Task task) {
    return " (line " + task.text().place().line() + ")";
  }

  private static String shown(Oddity odd) {
    return odd.code() + " at line " + odd.place().line() + ": " + odd.words();
  }
}
