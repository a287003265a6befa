package dev.signalbox.plan;

import dev.signalbox.access.Members;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where projects are opened: the project and its first administrator, or neither. */
@Service
public class ProjectDesk {

  private final Plan plan;
  private final Members members;

  ProjectDesk(Plan plan, Members members) {
    this.plan = plan;
    this.members = members;
  }

  /**
   * Makes a project. A person who makes it becomes its administrator; a machine becomes nothing.
   *
   * @return false if the key is taken, and then nothing happened
   */
  @Transactional
  public boolean open(ProjectKey key, String name, Actor actor) {
    if (!plan.createProject(key, name, actor)) {
      return false;
    }
    if (actor.kind() == Actor.Kind.PERSON) {
      members.grant(key.value(), actor.name(), Set.of(Role.ADMIN), actor);
    }
    return true;
  }
}
