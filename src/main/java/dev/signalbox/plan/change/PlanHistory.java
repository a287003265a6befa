package dev.signalbox.plan.change;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts changes of plans on the timeline, one entry for each changed object. */
@Component
public class PlanHistory {

  private final Timeline timeline;

  PlanHistory(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Records an object that was not there before. */
  public void created(
      ProjectKey project, Actor actor, String type, String key, Map<String, Object> values) {
    timeline.record(creation(project, actor, type, key, values));
  }

  /** Records an object that changed; {@code what} is past tense, such as {@code finished}. */
  public void changed(
      ProjectKey project, Actor actor, String type, String what, String key, Change change) {
    timeline.record(alteration(project, actor, type, what, key, change));
  }

  /** Records many at once. */
  public void all(List<Recordable> changes) {
    timeline.recordAll(changes);
  }

  public static Recordable creation(
      ProjectKey project, Actor actor, String type, String key, Map<String, Object> values) {
    return new Recordable(project.value(), actor, type + ".created", type, key, null, values);
  }

  public static Recordable alteration(
      ProjectKey project, Actor actor, String type, String what, String key, Change change) {
    return new Recordable(
        project.value(), actor, type + "." + what, type, key, change.before(), change.after());
  }
}
