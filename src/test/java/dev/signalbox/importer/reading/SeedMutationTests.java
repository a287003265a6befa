package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.SeedMutations.Damage;
import dev.signalbox.importer.reading.SeedMutations.Damaged;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged rows and tables: never an exception, and each task is found or a word is said at its
 * place. A place is the stretch between the tasks that were found before and after it.
 */
@Execution(ExecutionMode.CONCURRENT)
class SeedMutationTests {

  private static final int ROUNDS = 1_000;
  private static final PlanReader READER = PlanReader.withAllDialects();
  private static final int SHOWN = 12;
  private static final Map<String, Set<String>> USUAL = new ConcurrentHashMap<>();

  @Test
  void losesNoTaskOfTheSampleInHundredsOfDamagedDocuments() {
    mutate(PlanFixture.sample(), 1, 100);
  }

  @Test
  void losesNoTaskOfTheSeedInAThousandDamagedDocuments() {
    mutate(PlanFixture.seedWithLineBreaks(), 100_001, ROUNDS);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void losesNoTaskByOneKindOfDamage(Damage damage) {
    Map<Long, String> lost = new TreeMap<>();
    for (long seed = 0; seed < 20; seed++) {
      Damaged damaged = SeedMutations.of(PlanFixture.sample(), new Random(seed), List.of(damage));
      said(PlanFixture.sample(), damaged, seed, lost);
    }
    assertNone(lost);
  }

  @ParameterizedTest
  @EnumSource(
      value = Damage.class,
      names = {
        "SHUFFLED_COLUMNS",
        "DOUBLED_ROW",
        "BLANK_LINES",
        "LOOK_ALIKE_DASHES",
        "CRLF",
        "BOM",
        "FLATTENED"
      })
  void readsTheSamePlanWhereNothingIsMissing(Damage damage) {
    Map<String, TaskState> whole = states(PlanFixture.sample());
    assertThat(whole).hasSize(25);
    for (long seed = 0; seed < 20; seed++) {
      Damaged damaged = SeedMutations.of(PlanFixture.sample(), new Random(seed), List.of(damage));
      Map<String, TaskState> found = states(damaged.text());
      if (damage == Damage.DOUBLED_ROW) {
        assertThat(found.keySet()).as("seed " + seed).isEqualTo(whole.keySet());
      } else {
        assertThat(found).as("seed " + seed).isEqualTo(whole);
      }
    }
  }

  private static Map<String, TaskState> states(String text) {
    Map<String, TaskState> states = new TreeMap<>();
    read(text).tasks().forEach(t -> states.put(t.key().value().value(), t.state().value()));
    return states;
  }

  private static void mutate(String original, long first, int rounds) {
    Map<Long, String> lost = new TreeMap<>();
    for (long seed = first; seed < first + rounds; seed++) {
      said(original, SeedMutations.of(original, seed), seed, lost);
    }
    assertNone(lost);
  }

  private static void assertNone(Map<Long, String> lost) {
    assertThat(lost)
        .as(
            "%s documents with silent loss:\n%s",
            lost.size(),
            lost.entrySet().stream()
                .limit(SHOWN)
                .map(entry -> "seed " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  private static void said(String original, Damaged damaged, long seed, Map<Long, String> lost) {
    Set<String> silent = silentlyLost(original, damaged.text());
    if (!silent.isEmpty()) {
      lost.put(seed, damaged.damages() + " lost " + silent);
    }
  }

  /** The keys that are neither read nor spoken of at their place. */
  private static Set<String> silentlyLost(String original, String text) {
    ParsedPlan plan = read(text);
    if (plan.tasks().isEmpty() && plan.oddities().stream().anyMatch(Oddity::isFatal)) {
      return Set.of();
    }
    Set<String> usual = USUAL.computeIfAbsent(original, SeedMutationTests::oddities);
    List<Oddity> oddities =
        plan.oddities().stream().filter(o -> !usual.contains(o.code() + o.text())).toList();
    String plain = text.replaceAll("[‐‑‒–—−]", "-");
    Set<String> silent = new TreeSet<>();
    for (String row : original.lines().filter(line -> line.startsWith("DEVOPS-")).toList()) {
      SeedRow task = SeedRow.of(row);
      if (plan.tasks().stream().anyMatch(t -> t.key().value().value().equals(task.key()))) {
        continue;
      }
      boolean spoken =
          remains(task, plain).stream().allMatch(at -> isSpokenOf(task, at, plan, oddities));
      if (!spoken) {
        silent.add(task.key());
      }
    }
    return silent;
  }

  private static Set<String> oddities(String text) {
    return read(text).oddities().stream()
        .map(odd -> odd.code() + odd.text())
        .collect(Collectors.toSet());
  }

  /** Where something of the row is left: its key as a cell, else the middle of its words. */
  private static List<Integer> remains(SeedRow task, String plain) {
    Matcher cell =
        Pattern.compile(
                "(?:^|[|\\n\\r)\\ufeff])[ \\t]*("
                    + Pattern.quote(task.key())
                    + ")[ \\t]*(?=[|\\r\\n]|$)")
            .matcher(plain);
    List<Integer> found = new ArrayList<>();
    while (cell.find()) {
      found.add(cell.start(1));
    }
    int middle = Math.max(0, task.text().length() / 2 - 15);
    String words = task.text().substring(middle, Math.min(task.text().length(), middle + 30));
    int at = plain.indexOf(words.replaceAll("[‐‑‒–—−]", "-"));
    if (found.isEmpty() && at >= 0) {
      found.add(at);
    }
    return found;
  }

  private static boolean isSpokenOf(SeedRow task, int at, ParsedPlan plan, List<Oddity> oddities) {
    int from = 0;
    int to = Integer.MAX_VALUE;
    for (ParsedPlan.Task read : plan.tasks()) {
      int start =
          Math.min(
              read.text().span().from(),
              Math.min(read.key().span().from(), read.state().span().from()));
      int end = Math.max(read.key().span().to(), read.text().span().to());
      if (start <= at && at < end) {
        return true;
      }
      from = start <= at ? Math.max(from, start) : from;
      to = start > at ? Math.min(to, start) : to;
    }
    for (Oddity odd : oddities) {
      int place = odd.place().offset();
      boolean named = odd.words().contains(task.key()) || odd.text().contains(task.key());
      if (named || (from <= place && place < to)) {
        return true;
      }
    }
    return false;
  }

  private static ParsedPlan read(String text) {
    return READER.read(Document.of(text.getBytes(StandardCharsets.UTF_8)), null).plan();
  }
}
