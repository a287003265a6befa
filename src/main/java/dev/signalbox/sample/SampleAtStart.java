package dev.signalbox.sample;

import dev.signalbox.access.BootstrapPassword;
import dev.signalbox.access.Members;
import dev.signalbox.access.Role;
import dev.signalbox.database.EmbeddedDatabase;
import dev.signalbox.plan.Plan;
import dev.signalbox.timeline.Actor;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the sample project once, in an embedded database that holds no project at all. */
@Component
class SampleAtStart {

  private static final String KEY = "sample";
  private static final Actor SAMPLE = Actor.system("sample");

  private final SampleSettings settings;
  private final ObjectProvider<EmbeddedDatabase> embedded;
  private final Plan plan;
  private final Members members;
  private final SampleProject project;

  SampleAtStart(
      SampleSettings settings,
      ObjectProvider<EmbeddedDatabase> embedded,
      Plan plan,
      Members members,
      SampleProject project) {
    this.settings = settings;
    this.embedded = embedded;
    this.plan = plan;
    this.members = members;
    this.project = project;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void offer() {
    if (settings.enabled()
        && embedded.getIfAvailable() != null
        && plan.projects(null, null, 1).items().isEmpty()) {
      project.create(KEY, "Sample: Ops DevOps III", SAMPLE);
      members.grant(
          KEY,
          BootstrapPassword.USERNAME,
          EnumSet.of(Role.ADMIN, Role.CONTRIBUTOR, Role.RELEASE_MANAGER),
          SAMPLE);
    }
  }
}
