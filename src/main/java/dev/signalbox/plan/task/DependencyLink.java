package dev.signalbox.plan.task;

import dev.signalbox.plan.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An edge from a task to the key of what it waits for. Its columns are declared not null, or else
 * Hibernate would write all edges of a task again with each new one.
 */
@Embeddable
record DependencyLink(
    @Column(nullable = false) String task,
    @Column(nullable = false) String target,
    @Column(nullable = false) @Enumerated(EnumType.STRING) Origin origin) {

  DependencyLink {
    if (target.equals(task)) {
      throw new IllegalArgumentException(task + " cannot wait for itself");
    }
  }
}
