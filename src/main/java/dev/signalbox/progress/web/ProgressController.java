package dev.signalbox.progress.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.progress.BlockedTime;
import dev.signalbox.progress.Progress;
import dev.signalbox.progress.Series;
import dev.signalbox.progress.Steps;
import dev.signalbox.progress.TwoDates;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a plan went. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "progress")
class ProgressController {

  private final Progress progress;

  ProgressController(Progress progress) {
    this.progress = progress;
  }

  @GetMapping("/comparison")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(
      summary = "What became of the plan between two dates; the later one is now if not said")
  TwoDates comparison(
      @PathVariable ProjectKey project,
      @RequestParam String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "200") int limit) {
    return progress.compare(project, When.read("from", from), when("to", to), items(limit));
  }

  @GetMapping("/progress")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Burndown and cumulative flow: tasks by state at each step, at most 400")
  Series series(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "P1D") String step) {
    return progress.series(project, sprint, when("from", from), when("to", to), Steps.parse(step));
  }

  @GetMapping("/blocked-time")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "For how long tasks were blocked, by task, class, party and owner")
  BlockedTime blockedTime(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "200") int limit) {
    return progress.blockedTime(project, sprint, when("from", from), when("to", to), items(limit));
  }

  private static @Nullable Instant when(String name, @Nullable String text) {
    return text == null ? null : When.read(name, text);
  }

  private static int items(int limit) {
    if (limit < 1 || limit > Progress.MAX_ITEMS) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The limit is 1 to " + Progress.MAX_ITEMS + ".");
    }
    return limit;
  }
}
