package dev.signalbox.importer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, what it changes or would change, and all that a person should look at.
 *
 * @param id of the applied document; null if nothing was applied
 * @param digest SHA-256 of the document's bytes, in hex
 * @param dialect that read it; empty if none could
 * @param confidence of that dialect, in percent
 * @param needsChoice whether somebody has to say how to go on before it can be applied
 * @param where why these tasks go to this sprint, in words
 * @param lines what differs of the sprint's own lines
 * @param conflicts what people and the document changed both
 * @param elsewhere tasks that belong to another sprint; they are left alone
 * @param noLongerInDocument keys that the last document of the sprint had; their tasks stay, marked
 *     as no longer in plan
 * @param oddities what asks for a look or for a choice
 * @param duplicates those of the oddities that are about something that stands there twice
 * @param problems the fatal oddities: with one of them, nothing is imported
 * @param planVersion of the plan afterwards, or now if nothing was applied
 */
public record ImportReport(
    @Nullable Long id,
    Outcome outcome,
    String message,
    boolean needsChoice,
    String name,
    String digest,
    int bytes,
    String dialect,
    int confidence,
    List<DialectLine> dialects,
    SprintLine sprint,
    String where,
    Counts counts,
    List<Difference> lines,
    List<TaskLine> tasks,
    List<ExternalLine> externals,
    List<BlockerLine> blockers,
    List<LogLine> log,
    List<RiskLine> risks,
    List<Contradiction> contradictions,
    List<Conflict> conflicts,
    List<Elsewhere> elsewhere,
    List<String> noLongerInDocument,
    List<Oddity> oddities,
    List<Oddity> duplicates,
    List<Oddity> problems,
    long planVersion) {

  /** Reports of earlier versions are read too; what they did not tell yet is empty. */
  public ImportReport {
    where = Objects.requireNonNullElse(where, "");
    lines = Objects.requireNonNullElse(lines, List.of());
    conflicts = Objects.requireNonNullElse(conflicts, List.of());
    elsewhere = Objects.requireNonNullElse(elsewhere, List.of());
    duplicates = Objects.requireNonNullElse(duplicates, List.of());
  }

  /** What became of the document. */
  public enum Outcome {
    /** A dry run: nothing was written. */
    PREVIEW,
    APPLIED,
    /** The document brings nothing new; nothing was written. */
    UNCHANGED,
    /** Somebody has to choose first; nothing was written. */
    NEEDS_CHOICE,
    /** Good by itself, but another document handed in with it is not; nothing was written. */
    HELD,
    /** It has fatal problems, or holds no tasks; nothing was written. */
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
      int absent,
      int elsewhere,
      int conflicts,
      int contradictions,
      int unread,
      int duplicates,
      int oddities,
      int problems) {}

  /** What happens to a task. */
  public enum Change {
    ADDED,
    CHANGED,
    LEFT,
    /** It is in another sprint and stays there as it is. */
    ELSEWHERE
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
   * @param conflict changed by people and by the document since the last import: whose word counts
   *     is for somebody to say
   */
  public record Difference(String field, String here, String document, boolean conflict) {}

  /**
   * A field that people changed here and the document changed too, side by side.
   *
   * @param id by which a choice names it: the task's key, or {@code @} and the sprint's, and the
   *     field, such as {@code OPS-7/state}
   * @param base what the last document said; null if it did not name it
   * @param chosen whose word counts; null if nobody has said
   */
  public record Conflict(
      String id,
      String task,
      String field,
      @Nullable String base,
      String here,
      String document,
      Consent.@Nullable Word chosen,
      Place place) {}

  /** A task of the document that is in another sprint, and stays as it is there. */
  public record Elsewhere(String task, String sprint, Place place) {}

  public record ExternalLine(String key, String text) {}

  /** A blocker that the document names in prose only. */
  public record BlockerLine(
      String task,
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since,
      @Nullable Integer sureness,
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
   * @param task empty where it is about the document as a whole
   * @param source {@code GRAPH}, {@code LOG}, {@code RISKS}, {@code ELSEWHERE} or {@code HEADER}
   * @param text the document's words, empty for {@code GRAPH}
   */
  public record Contradiction(String task, String source, String words, Place place, String text) {}

  @JsonIgnore
  public boolean isFatal() {
    return !problems.isEmpty();
  }
}
