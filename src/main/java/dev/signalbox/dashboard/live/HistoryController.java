package dev.signalbox.dashboard.live;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a project over HTTP. */
@RestController
@Tag(name = "timeline")
class HistoryController {

  private final TimelineReader timeline;

  HistoryController(TimelineReader timeline) {
    this.timeline = timeline;
  }

  @GetMapping("/api/v1/projects/{project}/timeline")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Who did what, newest first")
  Page<TimelineEntryView> timeline(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String objectType,
      @RequestParam(required = false) @Nullable String objectKey,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    return timeline.page(
        new TimelineQuery(project.value(), objectType, objectKey, actor, action, from, until),
        cursor,
        limit);
  }
}
