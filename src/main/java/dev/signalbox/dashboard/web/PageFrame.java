package dev.signalbox.dashboard.web;

import dev.signalbox.timeline.TimelineStream;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the frame into the model of every page. It is made before the page is read, so that the
 * stream which the page opens begins with whatever changed since.
 */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

  private final TimelineStream stream;

  PageFrame(TimelineStream stream) {
    this.stream = stream;
  }

  @ModelAttribute("kept")
  Kept kept(HttpServletRequest request) {
    return Kept.of(request);
  }

  /** What links take behind them to stay on the day of the page: nothing, unless it is past. */
  @ModelAttribute("at")
  String at() {
    return "";
  }

  /** The same for links that ask for something already. */
  @ModelAttribute("andAt")
  String andAt() {
    return "";
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    String user = principal == null ? null : principal.getName();
    String[] path = request.getRequestURI().split("/", 5);
    if (user == null || path.length < 3 || !path[1].equals("projects")) {
      return new Frame(null, null, user, List.of());
    }
    String project = path[2];
    String segment = path.length > 3 ? path[3] : "";
    return new Frame(
        project,
        "/api/v1/projects/" + project + "/events?after=" + stream.now(),
        user,
        Navigation.bar(project, segment));
  }
}
