package dev.signalbox.notify.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.notify.NoticeBoard;
import dev.signalbox.notify.NoticeView;
import dev.signalbox.notify.PersonalNotice;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is told that work is unblocked. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "notices")
class NoticeController {

  private final NoticeBoard board;

  NoticeController(NoticeBoard board) {
    this.board = board;
  }

  @Operation(summary = "Held tasks that became ready, once for each time, newest first")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/projects/{project}/notices")
  Page<NoticeView> ofProject(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return board.ofProject(project, cursor, Limit.of(limit));
  }

  @Operation(summary = "Own tasks that became ready, newest first")
  @Requires(Permission.SIGNED_IN)
  @GetMapping("/me/notices")
  Page<PersonalNotice> mine(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return board.ofPerson(person(caller), visible(caller), unread, cursor, Limit.of(limit));
  }

  @Operation(summary = "Mark an own notice as read")
  @ApiResponse(responseCode = "204")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PostMapping("/me/notices/{notice}/read")
  void read(@PathVariable long notice, Caller caller) {
    if (!board.read(person(caller), visible(caller), notice)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "You have no notice " + notice + ".");
    }
  }

  private static String person(Caller caller) {
    if (caller.actor().kind() != Actor.Kind.PERSON) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only people have notices of their own.");
    }
    return caller.actor().name();
  }

  private static List<String> visible(Caller caller) {
    return caller.roles().keySet().stream()
        .filter(project -> caller.may(Permission.VIEW_PROJECT, project))
        .sorted()
        .toList();
  }
}
