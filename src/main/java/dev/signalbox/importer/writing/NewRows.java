package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds tasks that were made here, behind the first table or list that can hold them. */
final class NewRows {

  private static final int GROUPS = 4;
  private static final int TEMPLATES = 3;

  private final Sources sources;
  private final Reread before;
  private final StateWords words;

  NewRows(Sources sources, Reread before, StateWords words) {
    this.sources = sources;
    this.before = before;
    this.words = words;
  }

  List<Difference> find(List<PlanSnapshot.Task> more) {
    List<ParsedPlan.Task> all = before.inOrder().stream().map(Reread.Entry::read).toList();
    List<Difference> found = new ArrayList<>();
    Optional<Document> document =
        all.isEmpty() ? Optional.empty() : sources.document(all.getFirst().key().place());
    String path = all.isEmpty() ? "" : Sources.path(all.getFirst().key().place());
    List<ParsedPlan.Task> tasks =
        all.stream().filter(t -> Sources.path(t.key().place()).equals(path)).toList();
    for (PlanSnapshot.Task task : more) {
      List<List<Patch>> ways = document.map(d -> ways(d, path, tasks, task)).orElseGet(List::of);
      Said said = Said.of(task);
      found.add(
          new Difference(
              task.key().value(),
              Field.ROW,
              said,
              dated(tasks, said),
              place(all),
              ways,
              "The document has no table or list that a row for it could be put behind."));
    }
    return found;
  }

  /** As the document can say it: without a date where no task has one. */
  private static Said dated(List<ParsedPlan.Task> tasks, Said said) {
    boolean dates = tasks.stream().anyMatch(task -> task.stateDate() != null);
    return dates ? said : said.withDeclared(said.state(), null);
  }

  private static Place place(List<ParsedPlan.Task> all) {
    return all.isEmpty() ? new Place(0, 1, 1) : all.getLast().key().place();
  }

  private List<List<Patch>> ways(
      Document document, String path, List<ParsedPlan.Task> tasks, PlanSnapshot.Task task) {
    RowForm form = new RowForm(document, words, tasks);
    List<List<Patch>> ways = new ArrayList<>();
    for (List<Placed> group : groups(document, tasks)) {
      Span last = group.getLast().unit();
      List<Placed> templates =
          group.stream()
              .sorted(Comparator.comparingInt((Placed one) -> distance(one.task(), task)))
              .limit(TEMPLATES)
              .toList();
      for (Placed template : templates) {
        for (String row : form.rows(template.task(), template.unit(), task)) {
          ways.add(List.of(behind(document, path, last, row)));
        }
      }
    }
    return ways;
  }

  /** How far a row is from what the new one has to say: the nearest is its template. */
  private static int distance(ParsedPlan.Task template, PlanSnapshot.Task task) {
    int distance = template.state().value() == task.state() ? 0 : 1;
    distance += template.owners().isEmpty() == task.owners().isEmpty() ? 0 : 4;
    distance += template.dependsOn().isEmpty() == task.dependsOn().isEmpty() ? 0 : 4;
    distance += (template.stateDate() == null) == (task.stateDate() == null) ? 0 : 2;
    return distance;
  }

  private static Patch behind(Document document, String path, Span last, String row) {
    String newline = Units.lineBreak(document);
    String text = document.text();
    boolean line = "\r\n".indexOf(text.charAt(Math.max(0, last.to() - 1))) >= 0;
    boolean flat =
        !line && (last.to() < text.length() || last.from() > document.lineStart(last.from()));
    String with = flat ? " " + row : line ? row + newline : newline + row;
    return new Patch(path, new Span(last.to(), last.to()), with);
  }

  private record Placed(ParsedPlan.Task task, Span unit) {}

  /** Tasks that follow each other with nothing between them. */
  private static List<List<Placed>> groups(Document document, List<ParsedPlan.Task> tasks) {
    List<Placed> placed =
        tasks.stream()
            .sorted(Comparator.comparingInt(Units::anchor))
            .map(task -> new Placed(task, unit(document, task, tasks)))
            .toList();
    List<List<Placed>> groups = new ArrayList<>();
    int end = -1;
    for (Placed one : placed) {
      boolean follows =
          end >= 0 && end <= one.unit().from() && document.isBlank(end, one.unit().from());
      if (!follows) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(one);
      end = one.unit().to();
    }
    return groups.stream().limit(GROUPS).toList();
  }

  /** The task's lines, or only what is its own where several stand on one line. */
  private static Span unit(Document document, ParsedPlan.Task task, List<ParsedPlan.Task> tasks) {
    Span lines = Units.of(document, task);
    boolean shared =
        tasks.stream()
            .anyMatch(
                o ->
                    !o.equals(task)
                        && lines.from() <= Units.anchor(o)
                        && Units.anchor(o) < lines.to());
    if (!shared) {
      return lines;
    }
    int to = Units.fields(task).stream().mapToInt(Span::to).max().orElse(lines.to());
    boolean closes = to < document.length() && document.text().charAt(to) == ')';
    return new Span(Units.anchor(task), closes ? to + 1 : to);
  }
}
