package dev.signalbox.gate;

import dev.signalbox.access.MemberView;
import dev.signalbox.access.Members;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ProjectKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may approve in a project now, before anybody is excluded. */
@Component
class ReleaseManagers {

  private final Members members;

  ReleaseManagers(Members members) {
    this.members = members;
  }

  Set<String> of(ProjectKey project) {
    return members.list(project.value()).stream()
        .filter(member -> member.roles().contains(Role.RELEASE_MANAGER))
        .map(MemberView::username)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
