package dev.signalbox.plan.external;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The external items, one by one, to be changed. */
public interface ExternalItems extends Repository<ExternalItem, Long> {

  Optional<ExternalItem> findByProjectAndKey(String project, String key);

  ExternalItem saveAndFlush(ExternalItem item);
}
