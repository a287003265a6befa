package dev.signalbox.gate;

import static dev.signalbox.gate.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random gates over random facts, against an oracle that shares no code with the rules. */
class DecidingPermutationTests {

  private static final int ROUNDS = 10_000;
  private static final List<String> PEOPLE = List.of("anna", "bert", "carl", "rita");
  private static final List<Duration> LIMITS = List.of(Duration.ofHours(1), Duration.ofHours(5));

  @Test
  void opensExactlyWhenAnIndependentOracleSaysSo() {
    int opened = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      GatePolicy policy = policy(random);
      GateFacts facts = approved(policy, facts(random), random);
      boolean open = Deciding.decide(policy, facts, NOW).verdict() == GateVerdict.OPEN;
      assertThat(open).as("seed %d: %s %s", seed, policy, facts).isEqualTo(oracle(policy, facts));
      opened += open ? 1 : 0;
    }
    assertThat(opened).as("both answers are tried often").isBetween(ROUNDS / 50, ROUNDS / 2);
  }

  @Test
  void doesNotDependOnTheOrderOfTheFacts() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      GatePolicy policy = policy(random);
      GateFacts facts = approved(policy, facts(random), random);
      List<TaskFact> turned = facts.tasks().reversed();
      List<ApprovalFact> words = facts.approvals().reversed();
      GateFacts other =
          new GateFacts(turned, facts.jobs(), facts.request(), words, facts.releaseManagers());
      Decision one = Deciding.decide(policy, facts, NOW);
      Decision two = Deciding.decide(policy, other, NOW);
      assertThat(two.subject().digest()).as("seed %d", seed).isEqualTo(one.subject().digest());
      assertThat(two.verdict()).as("seed %d", seed).isEqualTo(one.verdict());
    }
  }

  private static boolean oracle(GatePolicy policy, GateFacts facts) {
    int satisfied = 0;
    for (Requirement requirement : policy.requirements()) {
      boolean ok =
          switch (requirement) {
            case TasksDone done -> statesIn(policy, done.scope(), facts).equals(Set.of("DONE"));
            case NothingBlocked nothing -> {
              Set<String> states = statesIn(policy, nothing.scope(), facts);
              yield !states.isEmpty() && !states.contains("BLOCKED") && !states.contains("ABSENT");
            }
            case JobPassed passed -> jobIsFine(passed, facts);
            case Approvals approvals -> enoughPeople(approvals.count(), policy, facts);
            case Unreadable unreadable -> false;
          };
      satisfied += ok ? 1 : 0;
    }
    return satisfied > 0 && satisfied == policy.requirements().size();
  }

  private static Set<String> statesIn(GatePolicy policy, Scope own, GateFacts facts) {
    Map<String, Object> scope = (own == null ? policy.scope() : own).document();
    Set<String> states = new HashSet<>();
    Map<String, String> byKey = new HashMap<>();
    for (TaskFact task : facts.tasks()) {
      byKey.put(task.key(), task.derived().name());
      if (scope.containsKey("all") || task.sprint().equals(scope.get("sprint"))) {
        states.add(task.derived().name());
      }
    }
    if (scope.get("tasks") instanceof List<?> keys) {
      keys.forEach(key -> states.add(byKey.getOrDefault(String.valueOf(key), "ABSENT")));
    }
    return states;
  }

  private static boolean jobIsFine(JobPassed passed, GateFacts facts) {
    JobFact job = facts.jobs().get(passed.job().value());
    if (job == null || !job.exists() || job.newest() == null) {
      return false;
    }
    RunFact run = job.newest();
    if (!"PASSED".equals(String.valueOf(run.outcome())) || run.finishedAt() == null) {
      return false;
    }
    long age = NOW.getEpochSecond() - run.finishedAt().getEpochSecond();
    boolean ownFine = passed.maxAge() == null || age <= passed.maxAge().toSeconds();
    boolean jobFine = run.freshness() == null || age <= run.freshness().toSeconds();
    return ownFine && jobFine && age >= -60;
  }

  private static boolean enoughPeople(int count, GatePolicy policy, GateFacts facts) {
    if (facts.request() == null) {
      return false;
    }
    String digest = Subject.of(policy, facts).digest();
    int found = 0;
    for (String person : facts.releaseManagers()) {
      boolean approved = false;
      for (ApprovalFact word : facts.approvals()) {
        boolean same = word.subjectDigest().equals(digest);
        if (same && word.word() == ApprovalWord.REJECT) {
          return false;
        }
        approved |= same && word.person().equals(person);
      }
      boolean excluded =
          person.equals(facts.request().requester().name()) || person.equals(policy.lastEditedBy());
      found += approved && !excluded ? 1 : 0;
    }
    return found >= count;
  }

  private static GatePolicy policy(Random random) {
    List<Requirement> requirements = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      requirements.add(
          switch (random.nextInt(13)) {
            case 0, 1, 2 -> new TasksDone(random.nextBoolean() ? null : scope(random));
            case 3, 4, 5 -> new NothingBlocked(random.nextBoolean() ? null : scope(random));
            case 6, 7, 8 ->
                new JobPassed(new JobKey("job-" + random.nextInt(2)), orNull(random, LIMITS));
            case 9, 10, 11 -> new Approvals(1 + random.nextInt(2));
            default -> new Unreadable("by chance");
          });
    }
    return new GatePolicy(
        new ProjectKey("yard"),
        new GateKey("departure"),
        "Departure",
        scope(random),
        requirements,
        1 + random.nextInt(3),
        random.nextBoolean() ? "carl" : "edith");
  }

  private static Scope scope(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Scope.Everything();
      case 1 -> new Scope.OfSprint("50" + random.nextInt(3));
      case 2 -> new Scope.OfTasks(List.of("T-0"));
      default -> new Scope.OfTasks(List.of("T-" + random.nextInt(2), "T-" + random.nextInt(4)));
    };
  }

  private static GateFacts facts(Random random) {
    List<TaskFact> tasks = new ArrayList<>();
    int done = random.nextInt(3);
    for (int i = 0; i < random.nextInt(5); i++) {
      DerivedState[] states = DerivedState.values();
      DerivedState state =
          random.nextInt(3) < done ? DerivedState.DONE : states[random.nextInt(states.length)];
      TaskFact task = Facts.task("T-" + i, state);
      String sprint = "50" + random.nextInt(2);
      tasks.add(
          new TaskFact(
              task.key(), sprint, task.declared(), state, List.of(), List.of(), List.of(), 1));
    }
    Map<String, JobFact> jobs = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      jobs.put("job-" + i, new JobFact(random.nextInt(8) > 0, run(random)));
    }
    Set<String> managers = new TreeSet<>(PEOPLE);
    managers.removeIf(person -> random.nextInt(4) == 0);
    RequestFact request =
        random.nextInt(5) == 0 ? null : new RequestFact(Actor.person("rita"), "", NOW);
    return new GateFacts(tasks, jobs, request, List.of(), managers);
  }

  private static RunFact run(Random random) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    Outcome outcome =
        random.nextInt(3) > 0 ? Outcome.PASSED : orNull(random, List.of(Outcome.values()));
    long age =
        List.of(-61L, -60L, 0L, 3599L, 3600L, 3601L, 17999L, 18000L, 18001L).get(random.nextInt(9));
    RunFact made =
        Facts.run(1 + random.nextInt(3), outcome, Duration.ofSeconds(age), orNull(random, LIMITS));
    return random.nextInt(20) > 0
        ? made
        : new RunFact(1, Facts.ATTEMPT, 1, outcome, null, null, null);
  }

  /** Words of random people on this subject, and some on another. */
  private static GateFacts approved(GatePolicy policy, GateFacts facts, Random random) {
    String digest = Subject.of(policy, facts).digest();
    List<ApprovalFact> words = new ArrayList<>();
    for (String person : PEOPLE) {
      if (random.nextBoolean()) {
        ApprovalWord word = random.nextInt(8) == 0 ? ApprovalWord.REJECT : ApprovalWord.APPROVE;
        words.add(Facts.word(person, word, random.nextInt(4) == 0 ? "0".repeat(64) : digest));
      }
    }
    return new GateFacts(
        facts.tasks(), facts.jobs(), facts.request(), words, facts.releaseManagers());
  }

  private static <T> T orNull(Random random, List<T> values) {
    int index = random.nextInt(values.size() + 1);
    return index == values.size() ? null : values.get(index);
  }
}
