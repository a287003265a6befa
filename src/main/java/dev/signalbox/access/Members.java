package dev.signalbox.access;

import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Set;

/** Who is what in a project. Projects are text keys here; their owner is the plan. */
public interface Members {

  /**
   * Adds roles to those that the person has in the project.
   *
   * @throws dev.signalbox.wire.ProblemException 404 without such an account, 422 for {@link
   *     Role#CI}
   */
  MemberView grant(String project, String username, Set<Role> roles, Actor by);

  /** Sets exactly these roles; 409 if the project would be left without an admin. */
  MemberView put(String project, String username, Set<Role> roles, Actor by);

  /** Takes all roles away; 409 if the project would be left without an admin. */
  void remove(String project, String username, Actor by);

  /** All members, by username. */
  List<MemberView> list(String project);
}
