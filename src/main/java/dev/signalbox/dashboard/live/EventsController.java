package dev.signalbox.dashboard.live;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.StandingAccess;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.LiveSubscription;
import dev.signalbox.timeline.Position;
import dev.signalbox.timeline.TimelineStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live stream of a project over HTTP. The request's own virtual thread is the stream's one
 * writer, so a slow client costs a parked thread and nothing else.
 */
@RestController
@Tag(name = "timeline")
class EventsController {

  private final TimelineStream stream;
  private final EventWriter writer;
  private final StandingAccess access;

  EventsController(TimelineStream stream, EventWriter writer, StandingAccess access) {
    this.stream = stream;
    this.writer = writer;
    this.access = access;
  }

  @GetMapping(
      path = "/api/v1/projects/{project}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Changes as server-sent events; resume with Last-Event-ID or ?after=")
  void events(
      @PathVariable ProjectKey project,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String from = lastEventId == null ? after : lastEventId;
    Position position = from == null || from.isEmpty() ? null : Position.parse(from);
    try (LiveSubscription subscription = stream.subscribe(project.value(), position)) {
      writer.write(
          subscription,
          () -> access.mayStill(request, Permission.VIEW_PROJECT, project.value()),
          response);
    }
  }
}
