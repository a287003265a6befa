package dev.signalbox.dashboard;

import dev.signalbox.dashboard.SprintPage.LogRow;
import dev.signalbox.dashboard.SprintPage.SprintLink;
import dev.signalbox.graph.Graphs;
import dev.signalbox.plan.LogView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.RiskView;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a sprint shows. */
@Component
public class SprintPages {

  private final PlanBook book;
  private final Graphs graphs;

  SprintPages(PlanBook book, Graphs graphs) {
    this.book = book;
    this.graphs = graphs;
  }

  /**
   * What somebody asked to see: board or table, narrowed and sorted.
   *
   * @param asOf an instant of the past, or null for now
   */
  public record Wish(String view, String q, String sort, @Nullable Instant asOf) {}

  /** The sprint that came last, which is the one that people work in; empty if there is none. */
  public Optional<SprintKey> latest(ProjectKey project) {
    List<SprintView> sprints = sprints(project, null);
    return sprints.isEmpty()
        ? Optional.empty()
        : Optional.of(new SprintKey(sprints.getLast().key()));
  }

  /** The page of the sprint; empty if the project has no such sprint. */
  public Optional<SprintPage> page(ProjectKey project, SprintKey key, Wish wish) {
    return book.sprint(project, wish.asOf(), key).map(sprint -> page(project, key, sprint, wish));
  }

  /** The page of a project that has no sprint yet. */
  public SprintPage blank(ProjectKey project, String name) {
    return new SprintPage(
        "/projects/" + project,
        name,
        "",
        List.of(),
        List.of(),
        Board.of(graphs.of(project), null, TaskFilter.parse(null), "plan"),
        "board",
        "",
        "plan",
        null,
        List.of(),
        List.of());
  }

  private SprintPage page(ProjectKey project, SprintKey key, SprintView sprint, Wish wish) {
    TaskFilter filter = TaskFilter.parse(wish.q());
    return new SprintPage(
        "/projects/" + project + "/sprints/" + Links.segment(key.value()),
        title(sprint),
        sprint.summary(),
        sprint.dependsOn(),
        sprints(project, wish.asOf()).stream()
            .map(each -> new SprintLink(each.key(), each.key().equals(key.value())))
            .toList(),
        Board.of(graphs.of(project, wish.asOf()), key.value(), filter, wish.sort()),
        wish.view(),
        wish.q(),
        wish.sort(),
        day(wish.asOf()),
        book.log(project, wish.asOf(), key, null, Page.MAX_LIMIT).items().stream()
            .map(SprintPages::row)
            .toList(),
        book.risks(project, wish.asOf(), key, null, Page.MAX_LIMIT).items().stream()
            .map(RiskView::text)
            .toList());
  }

  /** The sprint as it is declared; empty if the project has no such sprint. */
  public Optional<SprintView> sprint(ProjectKey project, @Nullable Instant asOf, SprintKey key) {
    return book.sprint(project, asOf, key);
  }

  /** Sprints in the order in which they came; archived ones only if they are asked for. */
  public Page<SprintView> list(
      ProjectKey project, @Nullable Instant asOf, boolean archived, @Nullable String cursor) {
    return book.sprints(project, asOf, archived, cursor, Page.MAX_LIMIT);
  }

  private List<SprintView> sprints(ProjectKey project, @Nullable Instant asOf) {
    return book.sprints(project, asOf, false, null, Page.MAX_LIMIT).items();
  }

  private static String title(SprintView sprint) {
    return "Sprint " + sprint.key() + (sprint.title().isBlank() ? "" : " - " + sprint.title());
  }

  private static @Nullable LocalDate day(@Nullable Instant asOf) {
    return asOf == null ? null : LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  private static LogRow row(LogView row) {
    return new LogRow(text(row.on()), row.text(), row.repeated(), row.stranded());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
