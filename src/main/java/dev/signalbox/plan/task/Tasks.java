package dev.signalbox.plan.task;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The tasks, one by one, to be changed. */
public interface Tasks extends Repository<Task, Long> {

  Optional<Task> findByProjectAndKey(String project, String key);

  Task saveAndFlush(Task task);

  /** The place behind the last task of a sprint. */
  @Query(
      "select coalesce(max(t.position) + 1, 0) from Task t"
          + " where t.project = :project and t.sprint = :sprint")
  int nextPosition(String project, String sprint);
}
