package dev.signalbox.validation.adapter;

import dev.signalbox.validation.dispatch.Dispatch;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A list of workflow runs, searched for the run of one attempt. */
final class WorkflowRuns {

  /** Clocks of the target and of ours may differ by this much. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Pattern ANY_ATTEMPT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final String DISPATCH = "workflow_dispatch";
  private static final List<String> BEGUN = List.of("created_at", "created", "started_at");

  private final JsonNode list;

  /** The API's answer: {@code workflow_runs} and how many there are. */
  WorkflowRuns(JsonNode answer) {
    this.list = answer;
  }

  /**
   * The dispatched run whose name shows the attempt; null if none does. What else begins runs, such
   * as a pull request, is named by strangers and never believed.
   */
  @Nullable JsonNode of(UUID attempt) {
    for (JsonNode run : list.path("workflow_runs")) {
      if (isDispatched(run) && name(run).contains(attempt.toString())) {
        return run;
      }
    }
    return null;
  }

  /**
   * Whether the attempt's run may be there unseen: among runs whose names show no attempt and that
   * did not begin before it was sent, or behind the end of the list.
   */
  boolean canBeOf(Dispatch dispatch) {
    JsonNode runs = list.get("workflow_runs");
    if (runs == null || !runs.isArray()) {
      return true;
    }
    Instant sent = dispatch.claimedAt().minus(CLOCK_SKEW);
    boolean whole = list.path("total_count").asLong(Long.MAX_VALUE) <= runs.size();
    for (JsonNode run : runs) {
      Instant begun = begun(run);
      boolean before = begun != null && begun.isBefore(sent);
      if (isDispatched(run) && !before && !ANY_ATTEMPT.matcher(name(run)).find()) {
        return true;
      }
      whole = whole || before; // the list is newest first
    }
    return !whole;
  }

  /**
   * Forgejo's {@code event} is what the dispatch stood for, its {@code trigger_event} the dispatch.
   */
  private static boolean isDispatched(JsonNode run) {
    return DISPATCH.equals(Found.word(run, "event"))
        || DISPATCH.equals(Found.word(run, "trigger_event"));
  }

  private static String name(JsonNode run) {
    return (Found.phrase(run, "display_title")
            + " "
            + Found.phrase(run, "title")
            + " "
            + Found.phrase(run, "name"))
        .toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant begun(JsonNode run) {
    return BEGUN.stream()
        .map(name -> instant(Found.word(run, name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Null of no time, and of the epoch, which stands for none. */
  private static @Nullable Instant instant(String written) {
    try {
      Instant at = OffsetDateTime.parse(written).toInstant();
      return at.getEpochSecond() > 0 ? at : null;
    } catch (DateTimeException absent) {
      return null;
    }
  }
}
