package dev.signalbox.dashboard;

import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages of external items show. */
@Component
public class ExternalPages {

  private static final int HISTORY = 50;

  private final PlanBook book;
  private final Graphs graphs;
  private final TimelineReader timeline;
  private final Clock clock;

  ExternalPages(PlanBook book, Graphs graphs, TimelineReader timeline, Clock clock) {
    this.book = book;
    this.graphs = graphs;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Rows of one page. */
  public record Rows(List<ExternalRow> rows, @Nullable String next, long proposals) {}

  /** One item with its history, newest first. */
  public record Item(ExternalRow row, List<EntryRow> history, long proposals) {}

  /**
   * Items in the order of their keys.
   *
   * @param asOf an instant of the past, or null for now
   * @param closed only closed or only open ones; null for all
   */
  public Rows rows(
      ProjectKey project,
      @Nullable Instant asOf,
      @Nullable Boolean closed,
      @Nullable String cursor) {
    PlanGraph graph = graphs.of(project, asOf);
    LocalDate today = day(asOf);
    Page<ExternalView> page = book.externals(project, asOf, closed, cursor, Page.DEFAULT_LIMIT);
    return new Rows(
        page.items().stream().map(view -> ExternalRow.brief(project, view, graph, today)).toList(),
        page.next(),
        ProposalRow.open(graph));
  }

  /**
   * One item; empty if the project has none of this key.
   *
   * @param asOf an instant of the past, or null for now
   */
  public Optional<Item> item(ProjectKey project, @Nullable Instant asOf, TargetKey key) {
    PlanGraph graph = graphs.of(project, asOf);
    return book.external(project, asOf, key)
        .map(
            view ->
                new Item(
                    ExternalRow.full(project, view, graph, day(asOf)),
                    EntryRow.history(timeline, project, "external", key.value(), asOf, HISTORY),
                    ProposalRow.open(graph)));
  }

  private LocalDate day(@Nullable Instant asOf) {
    return LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, ZoneOffset.UTC);
  }
}
