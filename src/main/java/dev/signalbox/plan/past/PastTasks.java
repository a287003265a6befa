package dev.signalbox.plan.past;

import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.DependencyView;
import dev.signalbox.plan.LogView;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskSort;
import dev.signalbox.plan.TaskView;
import dev.signalbox.plan.read.TaskDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks and their blockers as lists and pages showed them then. */
final class PastTasks {

  private final PastPlan plan;
  private final PastOutside outside;
  private final Instant at;
  private final LocalDate today;
  private final List<PastTask> inOrder;
  private final Map<String, Integer> places = new HashMap<>();

  PastTasks(PastPlan plan, PastOutside outside, Instant at, Instant asked) {
    this.plan = plan;
    this.outside = outside;
    this.at = at;
    this.today = LocalDate.ofInstant(asked, ZoneOffset.UTC);
    this.inOrder = plan.tasks();
    inOrder.forEach(task -> places.put(task.key, places.size()));
  }

  /** All that the query asks for, in its order; its page is for the caller to cut. */
  List<PastTask> find(TaskQuery query) {
    String words = query.words() == null ? null : query.words().toLowerCase(Locale.ROOT);
    return inOrder.stream()
        .filter(task -> query.states().isEmpty() || query.states().contains(task.state))
        .filter(task -> query.owner() == null || task.owners.contains(query.owner()))
        .filter(task -> query.sprint() == null || task.sprint.equals(query.sprint().value()))
        .filter(task -> words == null || says(task, words))
        .sorted(order(query.sort()))
        .toList();
  }

  private static boolean says(PastTask task, String words) {
    return (task.key + " " + task.text).toLowerCase(Locale.ROOT).contains(words);
  }

  private Comparator<PastTask> order(TaskSort sort) {
    return switch (sort) {
      case PLAN -> Comparator.comparing(task -> places.getOrDefault(task.key, 0));
      case KEY -> Comparator.comparing(task -> task.key);
      case CHANGED ->
          Comparator.comparing(PastTasks::changedAt)
              .thenComparingLong((PastTask task) -> task.id)
              .reversed();
    };
  }

  /** Never before the timeline begins to speak of it. */
  private static Instant changedAt(PastTask task) {
    return task.changedAt == null ? Instant.EPOCH : task.changedAt;
  }

  TaskLine line(PastTask task) {
    return new TaskLine(
        task.key,
        task.sprint,
        task.state,
        task.stateDate,
        task.text,
        task.owners,
        task.source,
        task.dependsOn.size(),
        (int) plan.blockers(task).stream().filter(blocker -> blocker.held(at)).count(),
        task.absent ? task.absentSince : null,
        task.version,
        changedAt(task));
  }

  Optional<TaskView> view(String key, List<LogView> mentions) {
    Integer place = places.get(key);
    return place == null
        ? Optional.empty()
        : Optional.of(view(inOrder.get(place), place, mentions));
  }

  private TaskView view(PastTask task, int place, List<LogView> mentions) {
    return new TaskView(
        task.key,
        task.sprint,
        plan.sprints().stream()
            .filter(sprint -> sprint.key.equals(task.sprint))
            .map(sprint -> sprint.title)
            .findFirst()
            .orElse(""),
        task.state,
        task.stateDate,
        task.closingNote,
        task.text,
        task.owners,
        task.source,
        1
            + (int)
                inOrder.subList(0, place).stream()
                    .filter(t -> t.sprint.equals(task.sprint))
                    .count(),
        task.absent ? task.absentSince : null,
        place == 0 ? null : inOrder.get(place - 1).key,
        place == inOrder.size() - 1 ? null : inOrder.get(place + 1).key,
        task.dependsOn.stream().map(this::dependency).toList(),
        inOrder.stream()
            .filter(other -> other.dependsOn.contains(task.key))
            .limit(TaskDetails.SHOWN)
            .map(other -> dependency(other.key))
            .toList(),
        blockers(task),
        mentions,
        task.version,
        changedAt(task));
  }

  private DependencyView dependency(String key) {
    Integer place = places.get(key);
    if (place != null) {
      PastTask task = inOrder.get(place);
      return new DependencyView(key, DependencyView.Kind.TASK, null, task.text, task.state.name());
    }
    return outside
        .find(key)
        .map(
            item ->
                new DependencyView(
                    key,
                    DependencyView.Kind.EXTERNAL,
                    null,
                    item.text,
                    item.closed ? "CLOSED" : "OPEN"))
        .orElseGet(() -> new DependencyView(key, DependencyView.Kind.UNKNOWN, null, null, null));
  }

  private List<BlockerView> blockers(PastTask task) {
    return plan.blockers(task).stream()
        .filter(blocker -> blocker.known(at))
        .map(blocker -> blocker.view(at, today))
        .sorted(
            Comparator.comparing(BlockerView::holds).thenComparingLong(BlockerView::id).reversed())
        .limit(TaskDetails.SHOWN)
        .toList();
  }

  /** Blockers of open tasks that waited for a person's word, in the order in which they came. */
  List<ProposalView> proposals() {
    List<ProposalView> open = new ArrayList<>();
    for (PastTask task : inOrder) {
      if (!task.state.isEnded()) {
        plan.blockers(task).stream()
            .filter(blocker -> blocker.held(at) && blocker.stood(at) == Standing.PROPOSED)
            .forEach(blocker -> open.add(proposal(task, blocker.now())));
      }
    }
    open.sort(Comparator.comparingLong(ProposalView::id));
    return open;
  }

  private ProposalView proposal(PastTask task, BlockerView blocker) {
    DependencyView awaited = blocker.awaits() == null ? null : dependency(blocker.awaits());
    return new ProposalView(
        blocker.id(),
        task.key,
        task.text,
        task.sprint,
        task.state,
        task.version,
        blocker.kind(),
        blocker.reason(),
        blocker.awaits(),
        awaited == null ? null : awaited.text(),
        awaited == null ? null : from(awaited),
        blocker.sureness(),
        blocker.since(),
        blocker.createdAt());
  }

  private @Nullable String from(DependencyView awaited) {
    return switch (awaited.kind()) {
      case TASK -> {
        Integer place = places.get(awaited.key());
        List<String> owners = place == null ? List.of() : inOrder.get(place).owners;
        yield owners.isEmpty() ? null : String.join(", ", owners);
      }
      case EXTERNAL -> outside.find(awaited.key()).map(item -> item.owner).orElse(null);
      case UNKNOWN -> null;
    };
  }
}
