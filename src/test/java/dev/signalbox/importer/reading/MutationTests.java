package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.PlanEdit;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A thousand damaged documents: never an exception, never a task that is gone without a word. */
@Execution(ExecutionMode.CONCURRENT)
class MutationTests {

  private static final int ROUNDS = 1_000;
  private static final Pattern ROW = Pattern.compile("DEVOPS-[A-Z0-9-]+(?= \\| )");
  private static final PlanReader READER = PlanReader.withAllDialects();
  private static final String[] SCRAPS = {
    "|",
    " | ",
    "---",
    "##",
    "\n",
    "\r\n",
    " ",
    "(",
    ")",
    "DONE",
    "2025-13-01",
    "\\",
    "`",
    "*",
    "\ufeff",
    "DEVOPS-OBS-51-001",
    "- ",
    "| | ",
    "\ud83d\ude80",
    "\t"
  };

  @Test
  void survivesMutationsOfTheSample() {
    mutate(PlanFixture.sample(), 7, ROUNDS / 2);
    mutate(PlanFixture.flatSample(), 11, ROUNDS / 2);
  }

  @Test
  void survivesMutationsOfTheSeed() {
    mutate(new String(PlanFixture.seed(), StandardCharsets.UTF_8), 13, ROUNDS);
  }

  private static void mutate(String original, int seed, int rounds) {
    PlanEdit whole = Resolution.of(read(original), List.of()).document();
    Set<String> known = new HashSet<>();
    read(original).oddities().forEach(odd -> known.add(odd.code() + odd.text()));
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      String text = original;
      for (int i = random.nextInt(3); i >= 0; i--) {
        text = mutated(text, random);
      }
      ParsedPlan plan = read(text);
      PlanEdit edit = Resolution.of(plan, List.of()).document();
      String context = "seed " + seed + " round " + round;
      assertNothingIsLost(text, plan, context);
      boolean fewer = edit.tasks().size() < 25 || edit.log().size() < 18;
      if (fewer && !edit.equals(whole)) {
        boolean saidSo =
            plan.oddities().stream().anyMatch(odd -> !known.contains(odd.code() + odd.text()));
        assertThat(saidSo || rowsIn(text) < 25 || removedRows(text, edit))
            .as("%s: %s tasks, %s rows", context, edit.tasks().size(), edit.log().size())
            .isTrue();
      }
    }
  }

  private static boolean removedRows(String text, PlanEdit edit) {
    return Pattern.compile("\\| 2025-11-24 \\|").matcher(text).results().count()
        <= edit.log().size();
  }

  private static int rowsIn(String text) {
    Set<String> keys = new HashSet<>();
    ROW.matcher(text).results().forEach(row -> keys.add(row.group()));
    return keys.size();
  }

  /** Each key that stands before a pipe is a task, or an oddity shows or spans its place. */
  private static void assertNothingIsLost(String text, ParsedPlan plan, String context) {
    if (plan.oddities().stream().anyMatch(odd -> odd.severity() != OddityCode.Severity.NOTE)) {
      return;
    }
    Set<String> read = new HashSet<>();
    plan.tasks().forEach(task -> read.add(task.key().value().value()));
    boolean sayso =
        plan.oddities().stream()
            .anyMatch(
                odd ->
                    Set.of(
                            OddityCode.TABLE_NOT_READ,
                            OddityCode.STRANDED_TASK_ROW,
                            OddityCode.UNKNOWN_COLUMN)
                        .contains(odd.code()));
    ROW.matcher(text)
        .results()
        .filter(row -> row.start() == 0 || Character.isWhitespace(text.charAt(row.start() - 1)))
        .forEach(
            row ->
                assertThat(
                        read.contains(row.group())
                            || sayso
                            || isShown(plan, row.group())
                            || isText(text, row.start()))
                    .as("%s: %s of %s", context, row.group(), plan.oddities())
                    .isTrue());
  }

  private static boolean isShown(ParsedPlan plan, String key) {
    return plan.oddities().stream().anyMatch(odd -> odd.text().contains(key));
  }

  /** Whether what stands before is no end of a row, so that the key is part of a sentence. */
  private static boolean isText(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return !before.endsWith(")") && !before.endsWith("---") && !before.endsWith("|");
  }

  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length());
    int length = Math.min(text.length() - at, 1 + random.nextInt(random.nextInt(60) + 1));
    String scrap = SCRAPS[random.nextInt(SCRAPS.length)];
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(at + length);
      case 1 -> text.substring(0, at) + scrap + text.substring(at);
      case 2 -> text.substring(0, at) + scrap + text.substring(at + length);
      case 3 -> text.substring(0, at) + text.substring(at, at + length) + text.substring(at);
      default -> {
        int other = random.nextInt(text.length());
        yield text.substring(0, at)
            + text.substring(other, Math.min(text.length(), other + length))
            + text.substring(at);
      }
    };
  }

  private static ParsedPlan read(String text) {
    return READER.read(Document.ofText(text), null).plan();
  }
}
