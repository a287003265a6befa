package dev.signalbox.plan.read;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what blocked tasks go back to. A snapshot leaves it out: no analysis asks for it, and of a
 * plan of the past nobody knows it.
 */
@Component
public class ResumeStates {

  private final JdbcClient jdbc;

  ResumeStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of those of the tasks that somebody blocked by hand, by key. */
  public Map<TaskKey, TaskState> of(ProjectKey project, Collection<TaskKey> tasks) {
    Map<TaskKey, TaskState> states = new HashMap<>();
    jdbc.sql(
            """
            select key, resume_state from task
             where project = :project and key = any(:keys) and resume_state is not null
            """)
        .param("project", project.value())
        .param("keys", tasks.stream().map(TaskKey::value).toArray(String[]::new))
        .query(
            row -> {
              states.put(
                  new TaskKey(row.getString("key")),
                  TaskState.valueOf(row.getString("resume_state")));
            });
    return states;
  }
}
