package dev.signalbox.plan.task;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.NewTask;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.change.Values;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A task with its edges and blockers: what people declared of it, and the only way to change that
 * by hand. Days are days in UTC.
 */
@Entity
@Table(name = "task")
public class Task {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Version private long version;

  private String project;
  private String key;
  private String sprint;
  private int position;
  private String text;
  private String source;

  @Enumerated(EnumType.STRING)
  private TaskState state;

  private @Nullable LocalDate stateDate;

  @Enumerated(EnumType.STRING)
  private @Nullable TaskState resumeState;

  private @Nullable String closingNote;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<String> owners;

  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private @Nullable Instant absentSince;

  @ElementCollection
  @CollectionTable(name = "dependency", joinColumns = @JoinColumn(name = "task_id"))
  @SQLOrder("id")
  private Set<DependencyLink> dependencies = new LinkedHashSet<>();

  @OneToMany(cascade = CascadeType.ALL)
  @JoinColumn(name = "task_id", nullable = false, updatable = false)
  @OrderBy("id")
  private List<Blocker> blockers = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Task() {}

  public Task(ProjectKey project, NewTask draft, int position, Instant now) {
    this.project = project.value();
    this.key = draft.key().value();
    this.sprint = draft.sprint().value();
    this.position = position;
    this.text = draft.text();
    this.source = draft.source();
    this.state = TaskState.TODO;
    this.stateDate = day(now);
    this.owners = List.copyOf(draft.owners());
    this.changedAt = now.truncatedTo(ChronoUnit.MICROS);
    this.origin = Origin.HAND;
    draft
        .dependsOn()
        .forEach(target -> dependencies.add(new DependencyLink(key, target.value(), Origin.HAND)));
  }

  public Step start(Instant now) {
    return move(Verb.START, TaskState.DOING, null, now);
  }

  public Step block(
      BlockerClass kind,
      String reason,
      @Nullable TargetKey awaits,
      @Nullable LocalDate since,
      Instant now) {
    if (!Verb.BLOCK.isLegalFrom(state)) {
      return refused(Verb.BLOCK);
    }
    if (holding().stream().anyMatch(blocker -> blocker.says(kind, reason))) {
      return new Step.Refused("This blocker holds " + key + " already.");
    }
    String awaited = awaits == null ? null : awaits.value();
    blockers.add(new Blocker(key, kind, reason, awaited, since, now));
    if (state != TaskState.BLOCKED) {
      resumeState = state;
      enter(TaskState.BLOCKED, now);
    }
    return taken(Verb.BLOCK.past(), now);
  }

  /** Resolves one blocker, or all with {@code number} null. */
  public Step unblock(@Nullable Long number, String note, String by, Instant now) {
    List<Blocker> ended =
        holding().stream().filter(blocker -> number == null || blocker.is(number)).toList();
    if (ended.isEmpty() && number != null) {
      return new Step.Refused("No blocker %d holds %s.".formatted(number, key));
    }
    if (ended.isEmpty() && state != TaskState.BLOCKED) {
      return new Step.Refused(key + " is not blocked.");
    }
    ended.forEach(blocker -> blocker.resolve(note, by, now));
    if (state == TaskState.BLOCKED && holding().isEmpty()) {
      enter(Optional.ofNullable(resumeState).orElse(TaskState.TODO), now);
    }
    return taken(Verb.UNBLOCK.past(), now);
  }

  /** What a person says to a blocker that was read from prose; the declared state stays. */
  public Step decide(Function<ReadBlockers, Step> word, Instant now) {
    Step step = word.apply(new ReadBlockers(key, blockers));
    return step instanceof Step.Taken done ? taken(done.past(), now) : step;
  }

  /** Ends it as done; what still holds it is for the caller to ask, who may state an override. */
  public Step finish(@Nullable String override, String by, Instant now) {
    if (state == TaskState.BLOCKED && override == null) {
      return new Step.Refused(key + " is declared BLOCKED; unblock it, or state an override.");
    }
    return end(Verb.FINISH, TaskState.DONE, override, by, now);
  }

  public Step reopen(Instant now) {
    return move(Verb.REOPEN, TaskState.TODO, null, now);
  }

  public Step cancel(String reason, String by, Instant now) {
    return end(Verb.CANCEL, TaskState.CANCELLED, reason, by, now);
  }

  /** New words, owners and sprint; null leaves as it is. */
  public Step edit(
      @Nullable String newText,
      @Nullable List<String> newOwners,
      @Nullable SprintPlace place,
      Instant now) {
    Map<String, Object> before = values();
    text = newText == null ? text : newText;
    owners = newOwners == null ? owners : List.copyOf(newOwners);
    if (place != null && !place.sprint().equals(sprint)) {
      sprint = place.sprint();
      position = place.position();
    }
    return before.equals(values()) ? new Step.Needless() : taken("edited", now);
  }

  public Step addDependency(TargetKey target, Instant now) {
    if (waitsFor(target)) {
      return new Step.Needless();
    }
    dependencies.add(new DependencyLink(key, target.value(), Origin.HAND));
    return taken("linked", now);
  }

  public Step removeDependency(TargetKey target, Instant now) {
    boolean gone = dependencies.removeIf(edge -> edge.target().equals(target.value()));
    return gone ? taken("unlinked", now) : new Step.Needless();
  }

  public boolean waitsFor(TargetKey target) {
    return dependencies.stream().anyMatch(edge -> edge.target().equals(target.value()));
  }

  public String key() {
    return key;
  }

  public String sprint() {
    return sprint;
  }

  public long version() {
    return version;
  }

  public TaskState state() {
    return state;
  }

  public @Nullable LocalDate stateDate() {
    return stateDate;
  }

  /** How many blockers hold it now. */
  public int holdingBlockers() {
    return holding().size();
  }

  /** The values that the timeline shows. */
  public Map<String, Object> values() {
    return new Values()
        .put("sprint", sprint)
        .put("position", position)
        .put("state", state)
        .put("stateDate", stateDate)
        .put("text", text)
        .put("owners", List.copyOf(owners))
        .put("source", source.isEmpty() ? null : source)
        .put("dependsOn", dependencies.stream().map(DependencyLink::target).toList())
        .put("blockers", holding().stream().map(Blocker::values).toList())
        .put("note", closingNote)
        .put("absent", absentSince == null ? null : true)
        .map();
  }

  @Override
  public String toString() {
    return "task %s of %s (%d, %s)".formatted(key, project, position, origin);
  }

  private Step move(Verb verb, TaskState next, @Nullable String note, Instant now) {
    if (!verb.isLegalFrom(state)) {
      return refused(verb);
    }
    enter(next, now);
    closingNote = note;
    return taken(verb.past(), now);
  }

  private Step end(Verb verb, TaskState next, @Nullable String note, String by, Instant now) {
    Step step = move(verb, next, note, now);
    if (step instanceof Step.Taken) {
      String resolution = note == null ? "The task was finished." : note;
      holding().forEach(blocker -> blocker.resolve(resolution, by, now));
    }
    return step;
  }

  private void enter(TaskState next, Instant now) {
    state = next;
    stateDate = day(now);
    closingNote = null;
    resumeState = next == TaskState.BLOCKED ? resumeState : null;
  }

  /** Moves the change strictly on, so that every change of a part is a change of the task. */
  private Step taken(String past, Instant now) {
    Instant next = changedAt.plus(1, ChronoUnit.MICROS);
    Instant present = now.truncatedTo(ChronoUnit.MICROS);
    changedAt = present.isAfter(next) ? present : next;
    return new Step.Taken(past);
  }

  private Step refused(Verb verb) {
    return new Step.Refused("%s is %s; it cannot be %s.".formatted(key, state, verb.past()));
  }

  private List<Blocker> holding() {
    return blockers.stream().filter(Blocker::holds).toList();
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
