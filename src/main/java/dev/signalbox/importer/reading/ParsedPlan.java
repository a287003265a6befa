package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, each field with its place; keys are expanded but not yet looked up.
 *
 * @param contradictions between the document's own tables, headings and summaries
 */
public record ParsedPlan(
    Sprint sprint,
    List<Task> tasks,
    List<LogRow> log,
    List<Risk> risks,
    List<Claim> claims,
    List<Contradiction> contradictions,
    List<Oddity> oddities) {

  /** A plan whose document says nothing twice. */
  public ParsedPlan(
      Sprint sprint,
      List<Task> tasks,
      List<LogRow> log,
      List<Risk> risks,
      List<Claim> claims,
      List<Oddity> oddities) {
    this(sprint, tasks, log, risks, claims, List.of(), oddities);
  }

  /** Nothing but the reasons why nothing could be read. */
  static ParsedPlan unreadable(Oddity reason) {
    Read<String> none =
        new Read<>("", new Span(reason.place().offset(), reason.place().offset()), reason.place());
    Sprint sprint = new Sprint(none, none, none, none, List.of());
    return new ParsedPlan(sprint, List.of(), List.of(), List.of(), List.of(), List.of(reason));
  }

  /** The sprint's own lines; an empty value was not in the document. */
  public record Sprint(
      Read<String> key,
      Read<String> title,
      Read<String> section,
      Read<String> summary,
      List<Read<String>> dependsOn) {

    /** Whether the document's title is longer than what was taken. */
    public boolean titleIsCut() {
      return Limits.isCut(title.value(), Wording.TITLE_LIMIT);
    }

    /** Whether the document's section is longer than what was taken. */
    public boolean sectionIsCut() {
      return Limits.isCut(section.value(), Wording.TITLE_LIMIT);
    }

    /** Whether the document's summary is longer than what was taken. */
    public boolean summaryIsCut() {
      return Limits.isCut(summary.value(), Wording.TEXT_LIMIT);
    }

    /** Whether the document names a sprint to wait for at more length than was taken. */
    public boolean dependenciesAreCut() {
      return dependsOn.stream().anyMatch(name -> Limits.isCut(name.value(), Wording.TITLE_LIMIT));
    }
  }

  /** One row of a task table. */
  public record Task(
      Read<TaskKey> key,
      Read<String> text,
      Read<TaskState> state,
      @Nullable Read<LocalDate> stateDate,
      List<Read<String>> owners,
      Read<String> source,
      List<Read<String>> dependsOn,
      List<Blocker> blockers) {

    /** Whether the document's text is longer than what was taken. */
    public boolean textIsCut() {
      return Limits.isCut(text.value(), Wording.TEXT_LIMIT);
    }

    /** Whether the document's owners are more, or longer, than what was taken. */
    public boolean ownersAreCut() {
      return Limits.areCut(owners);
    }
  }

  /**
   * A blocker in prose.
   *
   * @param awaited what is awaited, in the document's words
   * @param awaits the key that the prose names, or null
   * @param reason the words that say so
   * @param sureness in percent; see {@link ProseBlockers}
   * @param clause the clause that it was found in: what one clause awaits may belong together
   */
  public record Blocker(
      BlockerClass kind,
      String awaited,
      @Nullable String awaits,
      String reason,
      @Nullable LocalDate since,
      int sureness,
      String clause,
      Place place) {}

  /** A row of the execution log. */
  public record LogRow(
      @Nullable LocalDate on,
      String text,
      String owner,
      boolean repeated,
      boolean stranded,
      Span span,
      Place place) {}

  /** A line under decisions and risks. */
  public record Risk(String text, Span span, Place place) {}

  /** What the log or the risks say about a task's state, to be held against the table. */
  public record Claim(
      String key,
      TaskState state,
      Origin origin,
      @Nullable LocalDate on,
      Place place,
      String text) {

    /** Where a claim stands. */
    public enum Origin {
      LOG,
      RISKS,
      /** Where the document speaks of the task a second time. */
      ELSEWHERE
    }
  }
}
