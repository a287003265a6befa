package dev.signalbox.plan.past;

import dev.signalbox.plan.ExternalView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** External items as lists and pages showed them then. */
final class PastOutside {

  private final Map<String, PastExternal> items = new TreeMap<>();
  private final Map<String, Long> dependents;
  private final Set<String> tasks;

  PastOutside(PastPlan plan, Instant at) {
    plan.externals().forEach(item -> items.put(item.key, item));
    List<PastTask> all = plan.tasks();
    this.tasks = all.stream().map(task -> task.key).collect(Collectors.toSet());
    this.dependents =
        all.stream()
            .flatMap(task -> targets(plan, task, at))
            .collect(
                Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
  }

  private static Stream<String> targets(PastPlan plan, PastTask task, Instant at) {
    Stream<String> awaited =
        plan.blockers(task).stream()
            .filter(blocker -> blocker.held(at))
            .flatMap(blocker -> Stream.ofNullable(blocker.now().awaits()));
    return Stream.concat(task.dependsOn.stream(), awaited).distinct();
  }

  List<PastExternal> find(@Nullable Boolean closed) {
    return items.values().stream().filter(item -> closed == null || item.closed == closed).toList();
  }

  Optional<PastExternal> find(String key) {
    return Optional.ofNullable(items.get(key));
  }

  ExternalView view(PastExternal item) {
    return new ExternalView(
        item.key,
        item.kind,
        item.text,
        item.owner,
        item.expectedOn,
        item.closed,
        item.evidence(),
        item.closed ? item.closedAt : null,
        item.closedBy,
        item.revokedBy == null ? null : item.revokedAt,
        item.revokedBy,
        item.revocation,
        dependents.getOrDefault(item.key, 0L),
        tasks.contains(item.key),
        item.version);
  }
}
