package dev.signalbox.dashboard;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Keys as parts of addresses; a task's key may hold what means something else there. */
public final class Links {

  private Links() {}

  /** The key as one segment of a path. */
  public static String segment(String key) {
    return UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
  }

  /** The page of an external item. */
  public static String external(String project, String key) {
    return "/projects/" + project + "/externals/" + segment(key);
  }
}
