package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.notify.NoticeBoard;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a person has read of the notices for them. */
@Controller
class NoticesController {

  private final NoticeBoard board;

  NoticesController(NoticeBoard board) {
    this.board = board;
  }

  @PostMapping("/notices/{notice}/read")
  @Requires(Permission.SIGNED_IN)
  String read(@PathVariable long notice, Caller caller) {
    if (!board.read(caller.actor().name(), caller.roles().keySet(), notice)) {
      throw Refusals.notThere("notice", Long.toString(notice));
    }
    return "redirect:/projects";
  }
}
