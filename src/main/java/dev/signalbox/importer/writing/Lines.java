package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists that stand behind a label of their own line, such as {@code - **Owners**: A, B}. */
final class Lines {

  private static final Pattern LABEL =
      Pattern.compile(
          "[ \\t]*(?:[-*+] )?[*_]{0,2}[\\p{L}_][\\p{L}\\p{N} _()-]{0,40}[*_]{0,2}\\s?[:\uff1a][*_]{0,2}");
  private static final Pattern INLINE = Pattern.compile("\\s*\\[.*");

  private final Sources sources;
  private final List<ParsedPlan.Task> tasks;

  Lines(Sources sources, List<ParsedPlan.Task> tasks) {
    this.sources = sources;
    this.tasks = tasks;
  }

  /** The label before a member, with its indent and marks; empty if the line has another form. */
  String label(Document document, Span member) {
    String line = Units.line(document, member.from());
    Matcher label = LABEL.matcher(line);
    if (label.lookingAt() && document.lineStart(member.from()) + label.end() <= member.from()) {
      return label.group();
    }
    int at = document.lineStart(member.from());
    for (int lines = 0; lines < 50 && at > 0 && line.strip().startsWith("- "); lines++) {
      at = document.lineStart(at - 1);
      line = Units.line(document, at);
      Matcher above = LABEL.matcher(line);
      if (above.lookingAt() && !line.strip().startsWith("- ")) {
        return above.group();
      }
    }
    return "";
  }

  /** Ways to put a list into the task's own line of that label, or into a new line of it. */
  List<List<Patch>> ways(
      Document document,
      String path,
      ParsedPlan.Task task,
      List<String> labels,
      List<String> list) {
    List<List<Patch>> ways = new ArrayList<>();
    Span unit = isAlone(task) ? document.whole() : Units.of(document, task);
    for (String label : labels) {
      for (int at = unit.from(); at < unit.to(); at = Units.afterLine(document, at)) {
        String line = Units.line(document, at);
        if (line.startsWith(label)) {
          Span rest = new Span(at + label.length(), document.lineEnd(at, document.length()));
          forms(line.substring(label.length()), label, list)
              .forEach(form -> ways.add(List.of(new Patch(path, rest, form))));
        }
      }
    }
    return ways;
  }

  /** Whether its file holds no other task: then every line of it is the task's own. */
  private boolean isAlone(ParsedPlan.Task task) {
    String path = Sources.path(task.key().place());
    return tasks.stream()
        .noneMatch(o -> !o.equals(task) && Sources.path(o.key().place()).equals(path));
  }

  /** The labels that the tasks have before their lists; those of front matter if none has one. */
  List<String> labels(Function<ParsedPlan.Task, List<? extends Read<?>>> list, List<String> usual) {
    Set<String> labels = new LinkedHashSet<>();
    for (ParsedPlan.Task task : tasks) {
      List<? extends Read<?>> members = list.apply(task);
      if (!members.isEmpty() && !members.getFirst().span().isEmpty()) {
        Span first = members.getFirst().span();
        sources.document(task.key().place()).map(d -> label(d, first)).ifPresent(labels::add);
      }
    }
    labels.remove("");
    labels.addAll(usual);
    return List.copyOf(labels);
  }

  /** Ways to leave a label without a list. */
  List<List<Patch>> emptied(Document document, String path, Span members) {
    String label = label(document, members);
    int at = document.lineStart(members.from());
    while (!label.isEmpty() && at > 0 && !Units.line(document, at).startsWith(label)) {
      at = document.lineStart(at - 1);
    }
    if (label.isEmpty()) {
      return List.of();
    }
    int end = document.lineEnd(members.to(), document.length());
    Span rest = new Span(at + label.length(), end);
    return List.of(
        List.of(new Patch(path, rest, " []")),
        List.of(new Patch(path, rest, " None")),
        List.of(new Patch(path, rest, "")));
  }

  private static Set<String> forms(String rest, String label, List<String> list) {
    Set<String> forms = new LinkedHashSet<>();
    String plain = String.join(", ", list);
    if (list.isEmpty()) {
      forms.addAll(List.of(" []", " None", " -", ""));
      return forms;
    }
    String indent = label.substring(0, label.length() - label.stripLeading().length());
    String items = "\n" + indent + "  - " + String.join("\n" + indent + "  - ", list);
    if (INLINE.matcher(rest).matches()) {
      forms.add(items);
      forms.add(" [" + plain + "]");
      forms.add(" [" + String.join(", ", list.stream().map(one -> "'" + one + "'").toList()) + "]");
    }
    forms.add(" " + plain);
    forms.add(items);
    return forms;
  }
}
