package dev.signalbox.validation.job;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTarget;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.dispatch.Aim;
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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job of a project, as people last defined it. */
@Entity
@Table(name = "job")
@SuppressWarnings("UnusedVariable") // some columns are only read by the projections
public class Job {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String project;
  private String key;
  private String name;
  private String kind;

  @Enumerated(EnumType.STRING)
  private JobTrigger trigger;

  private @Nullable String cron;
  private @Nullable String zone;

  @Column(name = "ready_task")
  private @Nullable String readyTask;

  @Enumerated(EnumType.STRING)
  private @Nullable Adapter adapter;

  @Column(name = "target_url")
  private @Nullable String targetUrl;

  @Column(name = "target_secret")
  private byte @Nullable [] targetSecret;

  @Column(name = "target_version")
  private int targetVersion;

  @Column(name = "queue_deadline_s")
  private long queueDeadlineSeconds;

  @Column(name = "run_deadline_s")
  private long runDeadlineSeconds;

  @Column(name = "silence_limit_s")
  private long silenceLimitSeconds;

  @Column(name = "max_attempts")
  private int maxAttempts;

  @Column(name = "retry_backoff_s")
  private long retryBackoffSeconds;

  @Column(name = "freshness_s")
  private @Nullable Long freshnessSeconds;

  private String owner;
  private boolean enabled;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @ElementCollection
  @CollectionTable(name = "job_expected_fact", joinColumns = @JoinColumn(name = "job_id"))
  @Column(name = "name")
  private Set<String> expectedFacts = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "job_input", joinColumns = @JoinColumn(name = "job_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, String> inputs = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "job_target_setting", joinColumns = @JoinColumn(name = "job_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, String> targetSettings = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  protected Job() {}

  /** A new job; {@code sealedSecret} exactly when the definition has a target. */
  public static Job define(
      ProjectKey project,
      JobKey key,
      JobDefinition definition,
      byte @Nullable [] sealedSecret,
      Instant now) {
    Job job = new Job();
    job.project = project.value();
    job.key = key.value();
    job.createdAt = now;
    job.redefine(definition, sealedSecret);
    return job;
  }

  /** Takes over a new definition; runs that go on keep the deadlines they have. */
  public void redefine(JobDefinition definition, byte @Nullable [] sealedSecret) {
    aim(definition.target(), sealedSecret);
    name = definition.name();
    kind = definition.kind();
    trigger = definition.trigger();
    cron = definition.cron();
    zone = definition.zone();
    readyTask = definition.readyTask();
    queueDeadlineSeconds = definition.queueDeadline().toSeconds();
    runDeadlineSeconds = definition.runDeadline().toSeconds();
    silenceLimitSeconds = definition.silenceLimit().toSeconds();
    maxAttempts = definition.maxAttempts();
    retryBackoffSeconds = definition.retryBackoff().toSeconds();
    Duration fresh = definition.freshness();
    freshnessSeconds = fresh == null ? null : fresh.toSeconds();
    owner = definition.owner();
    enabled = definition.enabled();
    expectedFacts.clear();
    expectedFacts.addAll(definition.expectedFacts());
    inputs.clear();
    inputs.putAll(definition.inputs());
  }

  /** Another place counts up the version, so that what is out there is not looked for here. */
  private void aim(@Nullable JobTarget target, byte @Nullable [] sealedSecret) {
    if ((target == null) != (sealedSecret == null)) {
      throw new IllegalArgumentException("a target and its secret go together");
    }
    Adapter nextAdapter = target == null ? null : target.adapter();
    String nextUrl = target == null ? null : target.url();
    Map<String, String> nextSettings = target == null ? Map.of() : target.settings();
    if (adapter != nextAdapter
        || !Objects.equals(targetUrl, nextUrl)
        || !targetSettings.equals(nextSettings)) {
      targetVersion++;
    }
    adapter = nextAdapter;
    targetUrl = nextUrl;
    targetSettings.clear();
    targetSettings.putAll(nextSettings);
    targetSecret = sealedSecret == null ? null : sealedSecret.clone();
  }

  public long id() {
    return id;
  }

  public ProjectKey project() {
    return new ProjectKey(project);
  }

  public JobKey key() {
    return new JobKey(key);
  }

  public JobTrigger trigger() {
    return trigger;
  }

  /** Its planned instants; empty unless it is started by a clock and enabled. */
  public Optional<CronPlan> cronPlan() {
    return cron == null || zone == null || !enabled
        ? Optional.empty()
        : Optional.of(CronPlan.of(cron, zone));
  }

  /** The task whose becoming READY starts it, whether or not it is enabled. */
  public Optional<String> readyTask() {
    return Optional.ofNullable(readyTask);
  }

  /** Where attempts are sent; empty where the CI system starts by itself. */
  public Optional<Aim> aim() {
    return adapter == null || targetUrl == null || targetSecret == null
        ? Optional.empty()
        : Optional.of(
            new Aim(adapter, targetUrl, Map.copyOf(targetSettings), targetSecret.clone()));
  }

  /** Counts up with each change of the target's place. */
  public int targetVersion() {
    return targetVersion;
  }

  public Duration queueDeadline() {
    return Duration.ofSeconds(queueDeadlineSeconds);
  }

  public Duration runDeadline() {
    return Duration.ofSeconds(runDeadlineSeconds);
  }

  public Duration silenceLimit() {
    return Duration.ofSeconds(silenceLimitSeconds);
  }

  public int maxAttempts() {
    return maxAttempts;
  }

  public Duration retryBackoff() {
    return Duration.ofSeconds(retryBackoffSeconds);
  }

  public Set<String> expectedFacts() {
    return Set.copyOf(expectedFacts);
  }

  public Map<String, String> inputs() {
    return Map.copyOf(inputs);
  }

  public boolean isEnabled() {
    return enabled;
  }

  public long version() {
    return version;
  }
}
