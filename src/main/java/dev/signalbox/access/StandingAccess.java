package dev.signalbox.access;

import jakarta.servlet.http.HttpServletRequest;

/** For requests that stay open: asks once more what was asked when they began. */
public interface StandingAccess {

  /**
   * Whether the session or token of this request is still good for the permission, with account and
   * roles read now. Does not count as activity: a page left open does not keep a session alive.
   */
  boolean mayStill(HttpServletRequest request, Permission permission, String project);
}
