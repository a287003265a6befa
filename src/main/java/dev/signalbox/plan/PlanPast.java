package dev.signalbox.plan;

import dev.signalbox.plan.change.Moments;
import dev.signalbox.plan.change.Moments.Moment;
import dev.signalbox.plan.past.PastReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells plans as they were: from the present back over the timeline, once for all instants that are
 * asked for. What did not change between two of them is the same object in both.
 */
@Service
public class PlanPast {

  /** How many instants are taken at once. */
  public static final int INSTANTS_LIMIT = 1_000;

  private final Moments moments;
  private final PastReader reader;

  PlanPast(Moments moments, PastReader reader) {
    this.moments = moments;
    this.reader = reader;
  }

  /** A plan as it was at an instant, inclusive. */
  public record Dated(Instant at, PlanSnapshot snapshot) {}

  /**
   * The instants at which the plan changed, the first ones first.
   *
   * @param after exclusive
   * @param until inclusive
   * @param limit most of them
   */
  @Transactional(readOnly = true)
  public List<Instant> changes(ProjectKey project, Instant after, Instant until, int limit) {
    return moments.changes(project, after, until, limit);
  }

  /** Where the past of a plan begins; empty if there is no such project. */
  @Transactional(readOnly = true)
  public Optional<Instant> begin(ProjectKey project) {
    return moments.begin(project);
  }

  /** The plan's version at an instant, inclusive; 0 before the project was made. One query. */
  @Transactional(readOnly = true)
  public long versionAt(ProjectKey project, Instant instant) {
    return moments.at(project, instant).map(Moment::version).orElse(0L);
  }

  /**
   * The plan at each of these instants, in their order; empty before the project was made.
   *
   * @throws java.util.NoSuchElementException if there is no such project
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Dated> snapshots(ProjectKey project, List<Instant> instants) {
    if (instants.size() > INSTANTS_LIMIT) {
      throw new IllegalArgumentException("at most " + INSTANTS_LIMIT + " instants are taken");
    }
    Map<Instant, Long> versions = new HashMap<>();
    TreeMap<Long, Moment> wanted = new TreeMap<>();
    for (Instant instant : instants) {
      moments
          .at(project, instant)
          .ifPresent(
              moment -> {
                versions.put(instant, moment.version());
                wanted.put(moment.version(), moment);
              });
    }
    Map<Long, PlanSnapshot> told =
        reader.read(project, List.copyOf(wanted.descendingMap().values()));
    PlanSnapshot none = new PlanSnapshot(project, 0, List.of(), List.of(), List.of());
    return instants.stream()
        .map(at -> new Dated(at, told.getOrDefault(versions.getOrDefault(at, 0L), none)))
        .toList();
  }
}
