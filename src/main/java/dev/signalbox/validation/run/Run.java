package dev.signalbox.validation.run;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.run.AttemptState.Event;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job, over all its attempts. Every change goes through here, with the run's row
 * locked: what the receiver says, what a person wants, what the clock brings.
 */
@Entity
@Table(name = "run")
@SuppressWarnings("UnusedVariable") // some columns are only read by the projections
public class Run {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "job_id")
  private Job job;

  private long number;

  @Enumerated(EnumType.STRING)
  private RunState state;

  @Enumerated(EnumType.STRING)
  private JobTrigger trigger;

  @Column(name = "triggered_by")
  private String triggeredBy;

  @Column(name = "planned_at")
  private @Nullable Instant plannedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  @Column(name = "error_code")
  private @Nullable String errorCode;

  @Column(name = "error_detail")
  private @Nullable String errorDetail;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Version private long version;

  @ElementCollection
  @CollectionTable(name = "run_input", joinColumns = @JoinColumn(name = "run_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, String> inputs = new HashMap<>();

  @OneToMany(mappedBy = "run", cascade = CascadeType.ALL)
  @OrderBy("number")
  private List<Attempt> attempts = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Run() {}

  /** A queued run with its first attempt. */
  @SuppressWarnings("NullAway.Init") // the database gives the id
  Run(Job job, long number, RunStart start, UUID attempt, Instant now) {
    this.job = job;
    this.number = number;
    this.state = RunState.QUEUED;
    this.trigger = start.trigger();
    this.triggeredBy = start.triggeredBy();
    this.plannedAt = start.plannedAt();
    this.createdAt = now;
    this.inputs.putAll(job.inputs());
    this.inputs.putAll(start.inputs());
    this.attempts.add(new Attempt(this, attempt, 1, now, now.plus(job.queueDeadline())));
  }

  /** The dispatcher is about to call; false if there is nothing to call for any more. */
  boolean claim(UUID attempt, Instant now) {
    if (!isCurrent(attempt)) {
      return false;
    }
    if (current().state() == AttemptState.DISPATCHING) {
      current()
          .ambiguous(
              "a dispatch was cut off before its answer was stored", now, job.silenceLimit());
      follow();
      return false;
    }
    boolean claimed = current().claim(now, job);
    follow();
    return claimed;
  }

  /** Stores what the target said. Without effect on an attempt that is over or fenced out. */
  void answer(UUID attempt, Answer answer, Supplier<UUID> ids, Instant now) {
    attempt(attempt).ifPresent(at -> at.where().told(answer));
    if (!isCurrent(attempt)) {
      return;
    }
    Attempt at = current();
    switch (answer) {
      case Answer.Taken taken -> at.taken(taken.externalId(), taken.url(), now, job.silenceLimit());
      case Answer.Postponed postponed -> at.postpone(postponed.words());
      case Answer.Ambiguous ambiguous -> at.ambiguous(ambiguous.words(), now, job.silenceLimit());
      case Answer.Refused refused -> {
        if (at.state() == AttemptState.DISPATCHING || at.state() == AttemptState.UNKNOWN) {
          error(refused.code(), refused.words(), refused.again(), ids, now);
        }
      }
    }
    follow();
  }

  /** Takes a sign of life. */
  ResultVerdict alive(ReportedResult result, Instant now) {
    if (!isCurrent(result.attempt()) || current().state().isTerminal()) {
      return ResultVerdict.LATE;
    }
    current().alive(result.externalId(), result.url(), now, this);
    follow();
    return ResultVerdict.APPLIED;
  }

  /** Takes what a look at the target showed, short of an end, which is for {@link #take}. */
  void see(UUID attempt, Sighting sighting, Supplier<UUID> ids, Instant now) {
    Attempt at = current();
    if (!isCurrent(attempt) || !at.state().isOutThere()) {
      return;
    }
    at.where().seen(sighting);
    switch (sighting) {
      case Sighting.Waiting it -> at.waits(it.externalId(), it.url(), now, job.silenceLimit());
      case Sighting.Working it -> at.alive(it.externalId(), it.url(), now, this);
      case Sighting.Absent it -> {
        if (!at.absent(it.words())) {
          error(ErrorCode.LOST, it.words(), true, ids, now);
        }
      }
      case Sighting.Ended it -> throw new IllegalArgumentException("an end is judged first");
      case Sighting.Unseen it -> at.unseen(now, job.silenceLimit());
    }
    follow();
  }

  /** Takes a terminal result, judged before; only the first one of the current attempt counts. */
  ResultVerdict take(ReportedResult result, Judgement judged, Supplier<UUID> ids, Instant now) {
    if (!isCurrent(result.attempt())) {
      return ResultVerdict.LATE;
    }
    Attempt at = current();
    Optional<ResultVerdict> over = at.another(judged.outcome());
    if (over.isPresent()) {
      return over.get();
    }
    at.call(result.externalId(), result.url());
    at.end(Event.of(judged.outcome()), judged.errorCode(), judged.words(), true, now);
    conclude(judged.outcome() == Outcome.ERRORED, ids, now);
    return ResultVerdict.APPLIED;
  }

  /** Somebody wants it no more; false if it was over. A success that comes later counts as late. */
  boolean cancel(Instant now) {
    if (outcome != null) {
      return false;
    }
    current().end(Event.CANCELLED, null, "", false, now);
    finish(Outcome.CANCELLED, null, null, now);
    return true;
  }

  /** Applies whatever deadline has passed; false if none has. */
  boolean reap(UUID attempt, Supplier<UUID> ids, Instant now) {
    Overdue late = Overdue.of(current(), job.silenceLimit(), now).orElse(null);
    if (!isCurrent(attempt) || late == null) {
      return false;
    }
    if (late.code() == null) {
      current().ambiguous(late.words(), now, job.silenceLimit());
    } else {
      error(late.code(), late.words(), late.again(), ids, now);
    }
    follow();
    return true;
  }

  private void error(String code, String words, boolean again, Supplier<UUID> ids, Instant now) {
    current().end(Event.ERRORED, code, words, false, now);
    conclude(again, ids, now);
  }

  /** After an attempt's end: another attempt where that is allowed, else the run's end. */
  private void conclude(boolean again, Supplier<UUID> ids, Instant now) {
    Attempt ended = current();
    Outcome reached = ended.state().outcome().orElseThrow();
    if (again && reached == Outcome.ERRORED && ended.number() < job.maxAttempts()) {
      UUID next = ids.get();
      int number = ended.number() + 1;
      Instant due = now.plus(RetryPolicy.beforeAttempt(number, job.retryBackoff(), next));
      attempts.add(new Attempt(this, next, number, now, due.plus(job.queueDeadline())));
      follow();
    } else {
      finish(reached, ended.errorCode(), ended.errorDetail(), now);
    }
  }

  private void finish(Outcome reached, @Nullable String code, @Nullable String words, Instant now) {
    outcome = reached;
    state = RunState.of(reached);
    errorCode = code;
    errorDetail = words;
    finishedAt = now;
  }

  private void follow() {
    if (outcome == null) {
      state = RunState.during(current().state());
    }
  }

  private boolean isCurrent(UUID attempt) {
    return current().id().equals(attempt);
  }

  /** The attempt with the highest number: the only one that may move the run. */
  public Attempt current() {
    return attempts.getLast();
  }

  Optional<Attempt> attempt(UUID id) {
    return attempts.stream().filter(attempt -> attempt.id().equals(id)).findFirst();
  }

  public int attemptCount() {
    return attempts.size();
  }

  public Job job() {
    return job;
  }

  public long number() {
    return number;
  }

  public RunState state() {
    return state;
  }

  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  public @Nullable String errorCode() {
    return errorCode;
  }

  public Map<String, String> inputs() {
    return Map.copyOf(inputs);
  }
}
