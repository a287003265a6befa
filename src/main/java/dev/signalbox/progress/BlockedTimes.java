package dev.signalbox.progress;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.progress.BlockedTime.Resolution;
import dev.signalbox.progress.BlockedTime.Share;
import dev.signalbox.progress.BlockedTime.TaskTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up blocked times: what a look finds holds until the next look. Pure. */
final class BlockedTimes {

  private final @Nullable String sprint;
  private final Map<String, Spells> tasks = new HashMap<>();
  private final Map<String, Sum> classes = new HashMap<>();
  private final Map<String, Sum> parties = new HashMap<>();
  private final Map<String, Sum> owners = new HashMap<>();

  private BlockedTimes(@Nullable String sprint) {
    this.sprint = sprint;
  }

  /**
   * The blocked time from the first look to the end.
   *
   * @param looks in the order of time, at least one
   */
  static BlockedTime of(
      List<Dated> looks, Instant end, @Nullable String sprint, Resolution resolution, int limit) {
    BlockedTimes times = new BlockedTimes(sprint);
    for (int at = 0; at < looks.size(); at++) {
      Instant until = at + 1 < looks.size() ? looks.get(at + 1).at() : end;
      boolean last = at + 1 == looks.size();
      // The last one may have no time of its own, and still it is what holds at the end.
      if (last || until.isAfter(looks.get(at).at())) {
        times.add(looks.get(at), until, last);
      }
    }
    Duration all =
        times.tasks.values().stream().map(each -> each.sum).reduce(Duration.ZERO, Duration::plus);
    return new BlockedTime(
        looks.getFirst().at(),
        end,
        resolution,
        looks.size(),
        all,
        all.toSeconds(),
        Some.of(times.taskTimes(), limit),
        shares(times.classes, limit),
        shares(times.parties, limit),
        shares(times.owners, limit));
  }

  private void add(Dated look, Instant until, boolean running) {
    PlanGraph graph = PlanGraph.of(look.snapshot());
    Map<String, Task> byKey =
        look.snapshot().tasks().stream()
            .collect(Collectors.toMap(task -> task.key().value(), task -> task));
    Duration span = Duration.between(look.at(), until);
    Function<String, Set<String>> kinds = graph.heldThrough(BlockedTimes::kind);
    Function<String, Set<String>> from = graph.heldThrough(cause -> party(byKey, cause));
    for (Task task : look.snapshot().tasks()) {
      String key = task.key().value();
      if (counts(task) && graph.state(key).orElseThrow() == DerivedState.BLOCKED) {
        tasks
            .computeIfAbsent(key, _ -> new Spells(task.sprint()))
            .add(look.at(), until, span, running);
        kinds.apply(key).forEach(kind -> sum(classes, kind).add(key, span, running));
        from.apply(key).forEach(party -> sum(parties, party).add(key, span, running));
        Set<String> own = task.owners().isEmpty() ? Set.of("") : Set.copyOf(task.owners());
        own.forEach(owner -> sum(owners, owner).add(key, span, running));
      }
    }
  }

  private boolean counts(PlanSnapshot.Task task) {
    return !task.absent() && (sprint == null || task.sprint().equals(sprint));
  }

  private static String kind(RootCause cause) {
    return cause.blockerClass() == null ? cause.kind().name() : cause.blockerClass().name();
  }

  private static String party(Map<String, Task> byKey, RootCause cause) {
    String party = cause.awaitedFrom(key -> owners(byKey, key));
    return party == null ? "" : party;
  }

  private static List<String> owners(Map<String, Task> byKey, String key) {
    Task task = byKey.get(key);
    return task == null ? List.of() : task.owners();
  }

  private static Sum sum(Map<String, Sum> sums, String name) {
    return sums.computeIfAbsent(name, _ -> new Sum());
  }

  private List<TaskTime> taskTimes() {
    return tasks.entrySet().stream()
        .map(each -> each.getValue().tell(each.getKey()))
        .sorted(Comparator.comparing(TaskTime::blocked).reversed().thenComparing(TaskTime::task))
        .toList();
  }

  private static Some<Share> shares(Map<String, Sum> sums, int limit) {
    return Some.of(
        sums.entrySet().stream()
            .map(each -> each.getValue().tell(each.getKey()))
            .sorted(
                Comparator.comparing(Share::blocked)
                    .reversed()
                    .thenComparing(share -> String.valueOf(share.name())))
            .toList(),
        limit);
  }

  /** The spells of one task; one that ends where the next begins is the same. */
  private static final class Spells {
    private final String sprint;
    private Duration sum = Duration.ZERO;
    private int count;
    private Instant begun = Instant.MIN;
    private Instant ended = Instant.MIN;
    private boolean running;

    Spells(String sprint) {
      this.sprint = sprint;
    }

    void add(Instant from, Instant until, Duration span, boolean atEnd) {
      if (!ended.equals(from)) {
        begun = from;
        count++;
      }
      ended = until;
      sum = sum.plus(span);
      running = atEnd;
    }

    TaskTime tell(String key) {
      return new TaskTime(
          key, sprint, sum, sum.toSeconds(), count, running, running ? begun : null);
    }
  }

  /** What many tasks share. */
  private static final class Sum {
    private final Set<String> tasks = new HashSet<>();
    private Duration sum = Duration.ZERO;
    private boolean running;

    void add(String task, Duration span, boolean atEnd) {
      tasks.add(task);
      sum = sum.plus(span);
      running |= atEnd;
    }

    Share tell(String name) {
      return new Share(name.isEmpty() ? null : name, tasks.size(), sum, sum.toSeconds(), running);
    }
  }
}
