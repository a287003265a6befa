package dev.signalbox.gate;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All gates. Locks are taken in the order of ids, so that nobody waits in a circle. */
interface Gates extends Repository<Gate, Long> {

  Gate saveAndFlush(Gate gate);

  Optional<Gate> findByProjectAndKey(String project, String key);

  Optional<Gate> findByProjectAndKeyAndRetiredFalse(String project, String key);

  List<Gate> findByProjectAndRetiredFalseOrderByKey(String project);

  long countByProjectAndRetiredFalse(String project);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select g from Gate g where g.project = ?1 and g.key = ?2 and g.retired = false")
  Optional<Gate> lock(String project, String key);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select g from Gate g where g.project = ?1 and g.retired = false order by g.id")
  List<Gate> lockAll(String project);

  @Query("select distinct g.project from Gate g where g.retired = false order by g.project")
  List<String> projects();
}
