package dev.signalbox.importer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, what it changes or would change, and all that a person should look at.
 *
 * @param id of the applied document; null if nothing was applied
 * @param digest SHA-256 of the document's bytes, in hex
 * @param dialect that read it; empty if none could
 * @param confidence of that dialect, in percent
 * @param noLongerInDocument keys that the last document of the sprint had; they stay in the plan
 * @param problems the fatal oddities: with one of them, nothing is imported
 * @param planVersion of the plan afterwards, or now if nothing was applied
 */
public record ImportReport(
    @Nullable Long id,
    Outcome outcome,
    String message,
    String name,
    String digest,
    int bytes,
    String dialect,
    int confidence,
    List<DialectLine> dialects,
    SprintLine sprint,
    Counts counts,
    List<TaskLine> tasks,
    List<ExternalLine> externals,
    List<BlockerLine> blockers,
    List<LogLine> log,
    List<RiskLine> risks,
    List<Contradiction> contradictions,
    List<String> noLongerInDocument,
    List<Oddity> oddities,
    List<Oddity> problems,
    long planVersion) {

  /** What became of the document. */
  public enum Outcome {
    /** A dry run: nothing was written. */
    PREVIEW,
    APPLIED,
    /** The document brings nothing new; nothing was written. */
    UNCHANGED,
    /** It has fatal problems; nothing was written. */
    REFUSED
  }

  /** What one dialect thought of the document. */
  public record DialectLine(String name, int confidence, String why) {}

  public record SprintLine(
      String key, String title, String section, String summary, List<String> dependsOn) {}

  /** How many of everything. {@code held} are tasks with a blocker that only prose names. */
  public record Counts(
      int tasks,
      int todo,
      int doing,
      int blocked,
      int done,
      int cancelled,
      int undatedBlocked,
      int externals,
      int held,
      int blockers,
      int logRows,
      int repeatedLogRows,
      int strandedLogRows,
      int risks,
      int added,
      int changed,
      int left,
      int conflicts,
      int contradictions,
      int oddities,
      int problems) {}

  /** What happens to a task. */
  public enum Change {
    ADDED,
    CHANGED,
    LEFT
  }

  /** One task of the document. */
  public record TaskLine(
      String key,
      TaskState state,
      @Nullable LocalDate stateDate,
      Change change,
      List<Difference> differences,
      Place place) {}

  /**
   * One field of a task that differs.
   *
   * @param here what the plan holds
   * @param document what the document says
   * @param conflict changed by people and by the document since the last import: people's word
   *     stays
   */
  public record Difference(String field, String here, String document, boolean conflict) {}

  public record ExternalLine(String key, String text) {}

  /** A blocker that the document names in prose only. */
  public record BlockerLine(
      String task,
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since,
      Place place) {}

  public record LogLine(
      @Nullable LocalDate on,
      String text,
      String owner,
      boolean repeated,
      boolean stranded,
      Place place) {}

  public record RiskLine(String text, Place place) {}

  /**
   * Two statements about a task that cannot both be true.
   *
   * @param source {@code GRAPH}, {@code LOG} or {@code RISKS}
   * @param text the document's words, empty for {@code GRAPH}
   */
  public record Contradiction(String task, String source, String words, Place place, String text) {}

  @JsonIgnore
  public boolean isFatal() {
    return !problems.isEmpty();
  }
}
