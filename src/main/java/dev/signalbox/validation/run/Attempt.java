package dev.signalbox.validation.run;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.run.AttemptState.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try of a run; moves only through its run. Its number is the fencing token. */
@Entity
@Table(name = "attempt")
@SuppressWarnings("UnusedVariable") // some columns are only read by the projections
public class Attempt {

  /** How long a dispatch may be under way before it counts as cut off. */
  static final Duration CALL_LIMIT = Duration.ofSeconds(90);

  private static final int MAX_WORDS = 1000;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "run_id")
  private Run run;

  private int number;

  @Enumerated(EnumType.STRING)
  private AttemptState state;

  private int calls;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "queue_deadline_at")
  private Instant queueDeadlineAt;

  @Column(name = "claimed_at")
  private @Nullable Instant claimedAt;

  @Column(name = "run_deadline_at")
  private @Nullable Instant runDeadlineAt;

  @Column(name = "last_sign_at")
  private @Nullable Instant lastSignAt;

  @Column(name = "silence_deadline_at")
  private @Nullable Instant silenceDeadlineAt;

  @Column(name = "check_at")
  private Instant checkAt;

  @Column(name = "external_id")
  private @Nullable String externalId;

  private @Nullable String url;

  @Column(name = "error_code")
  private @Nullable String errorCode;

  @Column(name = "error_detail")
  private @Nullable String errorDetail;

  @Embedded private final Whereabouts where = new Whereabouts();

  private boolean reported;
  private boolean conflict;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @SuppressWarnings("NullAway.Init")
  protected Attempt() {}

  Attempt(Run run, UUID id, int number, Instant now, Instant queueDeadlineAt) {
    this.run = run;
    this.id = id;
    this.number = number;
    this.state = AttemptState.PENDING;
    this.createdAt = now;
    this.queueDeadlineAt = queueDeadlineAt;
    this.checkAt = queueDeadlineAt;
  }

  /** Follows the edge of the event, where there is one; says whether the state changed. */
  private boolean move(Event event) {
    AttemptState before = state;
    state = state.on(event).orElse(state);
    return state != before;
  }

  boolean claim(Instant now, Job job) {
    if (!move(Event.CLAIMED)) {
      return false;
    }
    where.sentTo(job.targetVersion());
    calls++;
    claimedAt = now;
    runDeadlineAt = now.plus(job.runDeadline());
    checkAt = now.plus(CALL_LIMIT);
    return true;
  }

  void postpone(String words) {
    if (move(Event.POSTPONED)) {
      backInLine(words);
    }
  }

  /** The target has no such attempt; false where that does not let it be called again. */
  boolean absent(String words) {
    boolean again = move(Event.ABSENT);
    if (again) {
      backInLine(words);
    }
    return again;
  }

  private void backInLine(String words) {
    claimedAt = null;
    runDeadlineAt = null;
    silenceDeadlineAt = null;
    errorDetail = cut(words);
    checkAt = queueDeadlineAt;
  }

  void taken(@Nullable String calledId, @Nullable String calledUrl, Instant now, Duration silence) {
    if (!state.isTerminal()) {
      call(calledId, calledUrl);
    }
    if (move(Event.TAKEN)) {
      errorDetail = null;
      hear(now, silence);
    }
  }

  /** The target has it and has not begun to work. */
  void waits(String calledId, @Nullable String calledUrl, Instant now, Duration silence) {
    if (state.isOutThere()) {
      call(calledId, calledUrl);
      if (move(Event.TAKEN)) {
        errorDetail = null;
      }
      hear(now, silence);
    }
  }

  /** It could not be asked after, which is no silence of its own. */
  void unseen(Instant now, Duration silence) {
    silenceDeadlineAt = now.plus(silence);
    checkAt = earlier(silenceDeadlineAt, runDeadlineAt);
  }

  void ambiguous(String words, Instant now, Duration silence) {
    if (move(Event.AMBIGUOUS)) {
      errorDetail = cut(words);
      hear(now, silence);
      lastSignAt = null;
    }
  }

  void alive(@Nullable String calledId, @Nullable String calledUrl, Instant now, Run owner) {
    if (state.isTerminal()) {
      return;
    }
    call(calledId, calledUrl);
    if (move(Event.ALIVE)) {
      errorDetail = null;
    }
    if (runDeadlineAt == null) {
      runDeadlineAt = now.plus(owner.job().runDeadline());
    }
    hear(now, owner.job().silenceLimit());
  }

  void end(Event event, @Nullable String code, String words, boolean byReport, Instant now) {
    if (move(event)) {
      errorCode = code;
      errorDetail = words.isEmpty() ? null : cut(words);
      reported = byReport;
      finishedAt = now;
      checkAt = now;
    }
  }

  /** What another end counts as, for an attempt that is over; empty while it goes on. */
  Optional<ResultVerdict> another(Outcome end) {
    return state
        .outcome()
        .map(
            ended -> {
              if (!reported) {
                return ResultVerdict.LATE;
              }
              if (ended == end) {
                return ResultVerdict.DUPLICATE;
              }
              conflict = true;
              return ResultVerdict.CONFLICT;
            });
  }

  void call(@Nullable String calledId, @Nullable String calledUrl) {
    externalId = calledId == null ? externalId : calledId;
    url = calledUrl == null ? url : calledUrl;
  }

  private void hear(Instant now, Duration silence) {
    lastSignAt = now;
    silenceDeadlineAt = now.plus(silence);
    checkAt = earlier(silenceDeadlineAt, runDeadlineAt);
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }

  private static String cut(String words) {
    return words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words;
  }

  boolean isOverRunDeadline(Instant now) {
    return runDeadlineAt != null && !now.isBefore(runDeadlineAt);
  }

  boolean isSilent(Instant now) {
    return silenceDeadlineAt != null && !now.isBefore(silenceDeadlineAt);
  }

  boolean isOverQueueDeadline(Instant now) {
    return !now.isBefore(queueDeadlineAt);
  }

  boolean isCallCutOff(Instant now) {
    return claimedAt != null && !now.isBefore(claimedAt.plus(CALL_LIMIT));
  }

  /** Whether a result ended it, rather than Signalbox. */
  boolean wasReported() {
    return reported;
  }

  /** Where it was sent. */
  Whereabouts where() {
    return where;
  }

  public UUID id() {
    return id;
  }

  public int number() {
    return number;
  }

  public AttemptState state() {
    return state;
  }

  /** How often the dispatch was called. */
  public int calls() {
    return calls;
  }

  /** When its nearest deadline is. */
  Instant checkAt() {
    return checkAt;
  }

  public @Nullable Instant claimedAt() {
    return claimedAt;
  }

  public @Nullable String errorCode() {
    return errorCode;
  }

  public @Nullable String errorDetail() {
    return errorDetail;
  }

  public boolean hasConflict() {
    return conflict;
  }
}
