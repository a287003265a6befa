package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.ProgressPage;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.progress.Progress;
import dev.signalbox.progress.Series;
import dev.signalbox.progress.Steps;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How the plan went: burndown, cumulative flow, blocked time, and two days compared. */
@Controller("progressPageController")
class ProgressController {

  private static final int LISTED = 50;
  private static final int USUAL_DAYS = 30;

  private final Progress progress;
  private final PlanBook book;
  private final PastDay days;

  ProgressController(Progress progress, PlanBook book, PastDay days) {
    this.progress = progress;
    this.book = book;
    this.days = days;
  }

  @GetMapping("/projects/{project}/progress")
  @Requires(Permission.VIEW_PROJECT)
  String progress(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "") String sprint,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      Model model) {
    LocalDate today = days.today();
    LocalDate last = to == null || to.isAfter(today) ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
    if (first.isAfter(last)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "It begins before it ends, and not in the future.");
    }
    Instant begin = end(first);
    Instant end = end(last);
    String scope = sprint.isBlank() ? null : sprint.strip();
    Series series = progress.series(project, scope, begin, end, Steps.DAILY);
    model.addAttribute("project", project.value());
    model.addAttribute("sprint", sprint.strip());
    model.addAttribute(
        "sprints",
        book.sprints(project, null, true, null, Page.MAX_LIMIT).items().stream()
            .map(SprintView::key)
            .toList());
    model.addAttribute("from", first.toString());
    model.addAttribute("to", last.toString());
    model.addAttribute("today", today);
    model.addAttribute(
        "page",
        ProgressPage.of(
            series,
            progress.blockedTime(project, scope, begin, end, LISTED),
            progress.compare(project, begin, end, LISTED)));
    return "progress";
  }

  /** The end of a day in UTC; where that is to come, the present stands for it. */
  private Instant end(LocalDate day) {
    return day.isBefore(days.today())
        ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
        : days.now();
  }
}
