package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.writing.Written.Unwritten;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a sprint that came from no document: a sprint document with line breaks. What it wrote is
 * read again, and what would come back otherwise is named.
 */
public final class SprintDocumentWriter {

  private static final PlanReader READER = PlanReader.withAllDialects();
  private static final String DIALECT = "sprint-document";

  private SprintDocumentWriter() {}

  /**
   * A sprint as text.
   *
   * @param unwritten what an import of the text would read otherwise
   */
  public record Sheet(String text, List<Unwritten> unwritten) {}

  /** The sprint with its tasks, log and risks; blockers are in the words of the tasks. */
  public static Sheet write(PlanEdit plan) {
    String text = text(plan);
    return new Sheet(text, lost(plan, text));
  }

  private static String text(PlanEdit plan) {
    SprintText sprint = plan.sprint();
    List<String> lines = new ArrayList<>();
    String title = Said.oneLine(sprint.title());
    lines.add("# Sprint " + sprint.key() + (title.isEmpty() ? "" : " - " + title));
    lines.add("");
    add(lines, "", sprint.section());
    add(lines, "Depends on: ", String.join(", ", sprint.dependsOn()));
    add(lines, "Summary: ", sprint.summary());
    if (!lines.getLast().isEmpty()) {
      lines.add("");
    }
    lines.add("| Task ID | State | Task description | Owners (Source) |");
    lines.add("| --- | --- | --- | --- |");
    plan.tasks().forEach(task -> lines.add(row(task)));
    lines.addAll(List.of("", "## Execution Log", ""));
    lines.add("| Date (UTC) | Update | Owner |");
    lines.add("| --- | --- | --- |");
    plan.log().stream().filter(row -> !row.stranded()).forEach(row -> lines.add(row(row)));
    lines.addAll(List.of("", "## Decisions & Risks", ""));
    plan.risks().forEach(risk -> lines.add("- " + Said.oneLine(risk.text())));
    List<LogText> stranded = plan.log().stream().filter(LogText::stranded).toList();
    if (!stranded.isEmpty()) {
      lines.add("");
      stranded.forEach(row -> lines.add(row(row)));
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static void add(List<String> lines, String label, String text) {
    if (!text.isBlank()) {
      lines.add(label + Said.oneLine(text));
    }
  }

  private static String row(TaskText task) {
    String state =
        task.stateDate() == null
            ? task.state().name()
            : task.state() + " (" + task.stateDate() + ")";
    String clause =
        task.dependsOn().isEmpty()
            ? ""
            : "Dependencies: " + String.join(", ", task.dependsOn()) + ".";
    String owners = String.join(", ", task.owners());
    String source = task.source().isEmpty() ? "" : " (" + task.source() + ")";
    return cells(
        task.key().value(), state, (task.text() + " " + clause).strip(), (owners + source).strip());
  }

  private static String row(LogText row) {
    return cells(row.on() == null ? "" : row.on().toString(), row.text(), row.owner());
  }

  private static String cells(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(Inline.cell(cell)).append(" |");
    }
    return row.toString();
  }

  private static List<Unwritten> lost(PlanEdit plan, String text) {
    ParsedPlan read = READER.read(Document.ofText(text), DIALECT).plan();
    List<String> known =
        plan.tasks().stream()
            .flatMap(task -> task.dependsOn().stream())
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    PlanEdit back = Resolution.of(read, known).document();
    List<Unwritten> lost = new ArrayList<>();
    SprintText was = plan.sprint();
    SprintText is = back.sprint();
    compare(lost, "", "sprint", List.of(was.key()), List.of(is.key()));
    compare(lost, "", "title", List.of(was.title()), List.of(is.title()));
    compare(lost, "", "section", List.of(was.section()), List.of(is.section()));
    compare(lost, "", "summary", List.of(was.summary()), List.of(is.summary()));
    compare(lost, "", "depends on", was.dependsOn(), is.dependsOn());
    tasks(lost, plan.tasks(), back.tasks());
    compare(
        lost,
        "",
        "log",
        plan.log().stream().map(SprintDocumentWriter::words).toList(),
        back.log().stream().map(SprintDocumentWriter::words).toList());
    compare(
        lost,
        "",
        "risks",
        plan.risks().stream().map(PlanEdit.RiskText::text).toList(),
        back.risks().stream().map(PlanEdit.RiskText::text).toList());
    return List.copyOf(lost);
  }

  private static void tasks(List<Unwritten> lost, List<TaskText> was, List<TaskText> is) {
    Map<String, TaskText> back =
        is.stream()
            .collect(Collectors.toMap(t -> t.key().value(), Function.identity(), (a, b) -> a));
    for (TaskText task : was) {
      String key = task.key().value();
      TaskText other = back.get(key);
      if (other == null) {
        lost.add(unwritten(key, "row", key, ""));
        continue;
      }
      compare(lost, key, "text", List.of(task.text()), List.of(other.text()));
      compare(lost, key, "state", List.of(state(task)), List.of(state(other)));
      compare(lost, key, "owners", task.owners(), other.owners());
      compare(lost, key, "source", List.of(task.source()), List.of(other.source()));
      compare(lost, key, "dependencies", task.dependsOn(), other.dependsOn());
    }
  }

  private static String state(TaskText task) {
    return task.state() + " " + Objects.toString(task.stateDate(), "");
  }

  private static String words(LogText row) {
    return Objects.toString(row.on(), "")
        + " | "
        + row.text()
        + " | "
        + row.owner()
        + " | "
        + row.stranded();
  }

  private static void compare(
      List<Unwritten> lost, String task, String field, List<String> was, List<String> is) {
    if (!was.equals(is)) {
      lost.add(unwritten(task, field, String.join(", ", was), String.join(", ", is)));
    }
  }

  private static Unwritten unwritten(String task, String field, String plan, String document) {
    return new Unwritten(
        task,
        field.toUpperCase(Locale.ROOT),
        document,
        plan,
        "A sprint document cannot say this so that it reads the same.",
        new Place(0, 1, 1));
  }
}
