package dev.signalbox.dashboard;

import dev.signalbox.validation.JobView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job with its newest runs.
 *
 * @param recent newest first
 */
public record JobRow(
    String key,
    String name,
    String kind,
    String starts,
    String owner,
    boolean enabled,
    List<RunRow> recent) {

  static JobRow of(JobView job, List<RunRow> recent) {
    return new JobRow(
        job.key(), job.name(), job.kind(), starts(job), job.owner(), job.enabled(), recent);
  }

  /** The newest run, or null if the job never ran. */
  public @Nullable RunRow last() {
    return recent.isEmpty() ? null : recent.getFirst();
  }

  /** Oldest first, as a history is read. */
  public List<RunRow> history() {
    return recent.reversed();
  }

  static String starts(JobView job) {
    return switch (job.trigger()) {
      case MANUAL -> "by hand or by API";
      case CRON -> "cron " + job.cron() + " in " + job.zone();
      case ON_READY -> "when " + job.readyTask() + " becomes ready";
    };
  }
}
