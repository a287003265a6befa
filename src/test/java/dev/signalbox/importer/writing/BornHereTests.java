package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plans that were born here, exported and imported into an empty project. */
class BornHereTests {

  private static final int PLANS = 400;
  private static final List<String> WORDS =
      List.of(
          "crane", "quay", "lays", "the", "rail", "over", "water", "\u00fcber", "50%", "(soon)");
  private static final List<String> HOSTILE =
      List.of(
          "a|b",
          "|",
          "`x | y`",
          "`",
          "``",
          "\\",
          "\\|",
          "**bold**",
          "_it_",
          "*",
          "#",
          "##",
          "- dash",
          "[box](http://x.test/y)",
          "[x]",
          "<b>tag</b>",
          "<!--",
          "&amp;",
          "~~no~~",
          "---",
          "\u043a\u0440\u0430\u043d",
          "\u7801\u5934",
          "\u0645\u064a\u0646\u0627\u0621",
          "\u05e0\u05de\u05dc",
          "\ud83d\udea7",
          "DONE",
          "2026-01-02",
          "HRB-00-001",
          "line\nbreak",
          "\"quoted\"",
          "'",
          "```");

  private static final Set<String> WORDED =
      Set.of("TEXT", "TITLE", "SECTION", "SUMMARY", "LOG", "RISKS");

  /** Keys, states, owners, sources and edges always do; words do but for very few, by name. */
  @Test
  void whatIsNotNamedComesBackTheSame() {
    Random random = new Random(20260103);
    int fields = 0;
    int named = 0;
    for (int i = 0; i < PLANS; i++) {
      PlanEdit plan = plan(random);
      SprintDocumentWriter.Sheet sheet = SprintDocumentWriter.write(plan);
      Map<String, String> was = fields(plan);
      Map<String, String> is = fields(imported(sheet.text()));
      fields += was.size();
      for (Written.Unwritten one : sheet.unwritten()) {
        named++;
        String name = one.task() + "/" + one.field();
        assertThat(WORDED).as("plan %d: %s%n%s", i, name, sheet.text()).contains(one.field());
        was.remove(name);
        is.remove(name);
      }
      assertThat(is).as("plan %d:%n%s", i, sheet.text()).isEqualTo(was);
    }
    assertThat(named).as("named of " + fields).isLessThan(fields / 100);
  }

  /** As an empty project imports it: nobody says what dialect it is. */
  private static PlanEdit imported(String text) {
    ParsedPlan plan = PlanReader.withAllDialects().read(Document.ofText(text), null).plan();
    return Resolution.of(plan, List.of()).document();
  }

  private static Map<String, String> fields(PlanEdit plan) {
    Map<String, String> fields = new TreeMap<>();
    SprintText sprint = plan.sprint();
    fields.put("/SPRINT", sprint.key());
    fields.put("/TITLE", Said.oneLine(sprint.title()));
    fields.put("/SECTION", Said.oneLine(sprint.section()));
    fields.put("/SUMMARY", Said.oneLine(sprint.summary()));
    fields.put("/DEPENDS ON", sprint.dependsOn().toString());
    for (TaskText task : plan.tasks()) {
      String key = task.key() + "/";
      fields.put(key + "TEXT", Said.oneLine(task.text()));
      fields.put(key + "STATE", task.state() + " " + task.stateDate());
      fields.put(key + "OWNERS", task.owners().toString());
      fields.put(key + "SOURCE", task.source());
      fields.put(key + "DEPENDENCIES", task.dependsOn().toString());
    }
    fields.put(
        "/LOG",
        plan.log().stream()
            .map(r -> r.on() + Said.oneLine(r.text()) + r.owner())
            .collect(Collectors.joining("\n")));
    fields.put(
        "/RISKS",
        plan.risks().stream().map(r -> Said.oneLine(r.text())).collect(Collectors.joining("\n")));
    return fields;
  }

  private static PlanEdit plan(Random random) {
    SprintText sprint =
        new SprintText(
            Integer.toString(1 + random.nextInt(900)),
            text(random, 4),
            random.nextBoolean() ? "" : "[Harbour] Part " + random.nextInt(9),
            random.nextBoolean() ? "" : text(random, 9),
            random.nextBoolean() ? List.of() : List.of("Sprint 3 - One", "Sprint 4 - Two"));
    List<TaskText> tasks = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      tasks.add(task(random, i));
    }
    List<LogText> log = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      log.add(new LogText(day(random), text(random, 6), "Ann", false, false));
    }
    List<RiskText> risks = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      risks.add(new RiskText(text(random, 6)));
    }
    return new PlanEdit(sprint, tasks, List.of(), log, risks);
  }

  private static TaskText task(Random random, int index) {
    List<String> dependsOn = new ArrayList<>();
    for (int i = 0; i < index && dependsOn.size() < 3; i++) {
      if (random.nextInt(3) == 0) {
        dependsOn.add("HRB-0" + i + "-001");
      }
    }
    if (random.nextInt(6) == 0) {
      dependsOn.add("OPS-9" + random.nextInt(9) + "-001");
    }
    return new TaskText(
        new TaskKey("HRB-0" + index + "-001"),
        text(random, 8),
        TaskState.values()[random.nextInt(TaskState.values().length)],
        random.nextBoolean() ? day(random) : null,
        List.of("Dock Guild", "\u041a\u0440\u0430\u043d").subList(0, random.nextInt(3)),
        random.nextBoolean() ? "ops/dock" : "",
        dependsOn,
        List.of());
  }

  private static String text(Random random, int most) {
    List<String> words = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      List<String> from = random.nextInt(5) == 0 ? HOSTILE : WORDS;
      words.add(from.get(random.nextInt(from.size())));
    }
    return String.join(" ", words);
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
  }
}
