package dev.signalbox.validation;

import dev.signalbox.access.SecretBox;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.validation.JobView.TargetView;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.SigningSecret;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.job.JobReads;
import dev.signalbox.validation.job.Jobs;
import dev.signalbox.validation.run.DatabaseTime;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The definitions of jobs. */
@Service
public class JobDesk {

  private final Jobs jobs;
  private final JobReads reads;
  private final Graphs graphs;
  private final SecretBox secrets;
  private final Timeline timeline;
  private final DatabaseTime time;
  private final Ids ids;

  JobDesk(
      Jobs jobs,
      JobReads reads,
      Graphs graphs,
      SecretBox secrets,
      Timeline timeline,
      DatabaseTime time,
      Ids ids) {
    this.jobs = jobs;
    this.reads = reads;
    this.graphs = graphs;
    this.secrets = secrets;
    this.timeline = timeline;
    this.time = time;
    this.ids = ids;
  }

  /** Adds a job. A target without a stated secret gets one, which the answer shows once. */
  @Transactional
  public JobAnswer define(ProjectKey project, JobKey key, JobDefinition definition, Actor actor) {
    if (jobs.find(project, key).isPresent()) {
      return new JobAnswer.AlreadyExists();
    }
    Instant now = time.now();
    Optional<Secret> secret = secret(definition.target(), null);
    if (secret.isEmpty()) {
      return new JobAnswer.NeedsSecret();
    }
    Job job = Job.define(project, key, definition, secret.get().sealed(), now);
    jobs.add(job);
    return saved(job, null, secret.get().made(), now, actor, "job.defined");
  }

  /** Replaces a definition that nobody has changed since {@code version} was read. */
  @Transactional
  public JobAnswer edit(
      ProjectKey project, JobKey key, long version, JobDefinition definition, Actor actor) {
    Optional<Job> found = jobs.lock(project, key);
    if (found.isEmpty()) {
      return new JobAnswer.NoSuchJob();
    }
    Job job = found.get();
    if (job.version() != version) {
      return new JobAnswer.Stale(job.version());
    }
    JobView before = reads.one(project, key).orElseThrow();
    Optional<Secret> secret = secret(definition.target(), job.aim().orElse(null));
    if (secret.isEmpty()) {
      return new JobAnswer.NeedsSecret();
    }
    job.redefine(definition, secret.get().sealed());
    jobs.flush();
    return saved(job, before, secret.get().made(), time.now(), actor, "job.changed");
  }

  @Transactional(readOnly = true)
  public Optional<JobView> job(ProjectKey project, JobKey key) {
    return reads.one(project, key);
  }

  /**
   * Jobs by key.
   *
   * @param afterKey only keys after this one; empty for the first page
   */
  @Transactional(readOnly = true)
  public Page<JobView> jobs(ProjectKey project, String afterKey, int limit) {
    List<JobView> found = reads.page(project, afterKey, limit + 1);
    boolean more = found.size() > limit;
    List<JobView> items = more ? found.subList(0, limit) : found;
    return new Page<>(List.copyOf(items), more ? items.getLast().key() : null);
  }

  private JobAnswer saved(
      Job job,
      @Nullable JobView before,
      @Nullable String made,
      Instant now,
      Actor actor,
      String action) {
    jobs.planNextFire(job, job.cronPlan().flatMap(plan -> plan.after(now)).orElse(null));
    jobs.rememberReadiness(
        job, job.readyTask().map(task -> isReady(job.project(), task)).orElse(null));
    JobView after = reads.one(job.project(), job.key()).orElseThrow();
    timeline.record(
        new Recordable(
            job.project().value(),
            actor,
            action,
            "job",
            job.key().value(),
            before == null ? null : withoutQuery(before),
            withoutQuery(after)));
    return new JobAnswer.Saved(after, made);
  }

  private boolean isReady(ProjectKey project, String task) {
    return graphs
        .of(project)
        .derived(task)
        .filter(derived -> derived.state() == DerivedState.READY)
        .isPresent();
  }

  /**
   * The sealed secret that goes with the target, and the open one if it was made here; empty if it
   * has to be stated. A signing key stays with its job, since a signature gives nothing away; a
   * token is what whoever owns the new address would like to be sent.
   */
  private Optional<Secret> secret(@Nullable JobTarget target, @Nullable Aim before) {
    if (target == null) {
      return Optional.of(new Secret(null, null));
    }
    String stated = target.secret();
    if (stated != null) {
      return Optional.of(new Secret(secrets.seal(target.adapter().key(stated)), null));
    }
    if (before != null && before.adapter() == target.adapter() && keeps(target, before)) {
      return Optional.of(new Secret(before.sealedSecret(), null));
    }
    if (!target.adapter().makesItsSecret()) {
      return Optional.empty();
    }
    byte[] made = ids.secret(SigningSecret.MADE_BYTES);
    return Optional.of(new Secret(secrets.seal(made), SigningSecret.write(made)));
  }

  private static boolean keeps(JobTarget target, Aim before) {
    return target.adapter().makesItsSecret() || before.url().equals(target.url());
  }

  /** For the timeline: people put tokens into query strings, though they should not. */
  private static JobChange withoutQuery(JobView job) {
    return new JobChange(
        job.name(),
        job.kind(),
        job.trigger(),
        job.cron(),
        job.zone(),
        job.readyTask(),
        shown(job.target()),
        job.maxAttempts(),
        job.expectedFacts(),
        job.owner(),
        job.enabled());
  }

  private static @Nullable TargetView shown(@Nullable TargetView target) {
    int query = target == null ? -1 : target.url().indexOf('?');
    return target == null || query < 0
        ? target
        : new TargetView(target.adapter(), target.url().substring(0, query), target.settings());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Secret(byte @Nullable [] sealed, @Nullable String made) {}

  /** A job on the timeline. */
  record JobChange(
      String name,
      String kind,
      JobTrigger trigger,
      @Nullable String cron,
      @Nullable String zone,
      @Nullable String readyTask,
      @Nullable TargetView target,
      int maxAttempts,
      List<String> expectedFacts,
      String owner,
      boolean enabled) {}
}
