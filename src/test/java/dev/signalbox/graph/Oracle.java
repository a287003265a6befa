package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The readiness rules once more, as slowly and plainly as they can be said: sets of names, loops
 * until nothing changes, no arrays. Shares no code with the graph.
 */
public final class Oracle {

  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, External> externals = new HashMap<>();
  private final OracleSprints sprints;
  private final Map<String, Set<String>> holds = new HashMap<>();
  private final Map<String, Set<String>> causes = new HashMap<>();

  public Oracle(PlanSnapshot plan) {
    plan.tasks().forEach(task -> tasks.put(task.key().value(), task));
    plan.externals().forEach(external -> externals.put(external.key(), external));
    sprints = new OracleSprints(plan);
    tasks.keySet().forEach(key -> holds.put(key, directHolds(key)));
    tasks.keySet().forEach(key -> causes.put(key, new TreeSet<>(ownCauses(key))));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String key : tasks.keySet()) {
        for (String hold : holds.getOrDefault(key, Set.of())) {
          for (String end : sprints.unfolded(hold)) {
            changed |= causesOf(key).addAll(inheritedFrom(end));
          }
        }
      }
    }
  }

  /** Names as {@code task:A}, {@code external:X}, {@code unknown:U} or {@code blocker:7}. */
  private Set<String> directHolds(String key) {
    Set<String> names = new TreeSet<>();
    if (!isOpen(key)) {
      return names;
    }
    Task task = tasks.get(key);
    Set<String> named = new HashSet<>(task.dependsOn());
    for (Blocker blocker : task.blockers()) {
      if (blocker.awaits() == null) {
        names.add("blocker:" + blocker.id());
      } else {
        named.add(blocker.awaits());
      }
    }
    for (String other : named) {
      if (tasks.containsKey(other)) {
        if (tasks.get(other).state() != TaskState.DONE) {
          names.add("task:" + other);
        }
      } else if (!externals.containsKey(other)) {
        names.add("unknown:" + other);
      } else if (!externals.get(other).closed()) {
        names.add("external:" + other);
      }
    }
    names.addAll(sprints.before(task));
    return names;
  }

  private Set<String> ownCauses(String key) {
    Set<String> own = new TreeSet<>();
    if (!isOpen(key)) {
      return own;
    }
    Set<String> circle = circle(key);
    if (isUnstated(key) && circle.isEmpty()) {
      own.add("task:" + key);
    }
    if (!circle.isEmpty()) {
      own.add("cycle:" + circle.iterator().next());
    }
    return own;
  }

  private boolean isUnstated(String key) {
    return tasks.get(key).state() == TaskState.BLOCKED
        && tasks.get(key).dependsOn().isEmpty()
        && tasks.get(key).blockers().isEmpty();
  }

  private Set<String> inheritedFrom(String hold) {
    if (!hold.startsWith("task:")) {
      return Set.of(hold);
    }
    String key = hold.substring("task:".length());
    return isOpen(key) ? Set.copyOf(causesOf(key)) : Set.of(hold);
  }

  /** All open tasks that wait for this one and that it waits for; empty if it is in no circle. */
  public Set<String> circle(String key) {
    return below(key).stream()
        .filter(other -> below(other).contains(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Open tasks reached by one or more steps. */
  private Set<String> below(String key) {
    Set<String> below = new HashSet<>(openBelow(key));
    boolean changed = true;
    while (changed) {
      Set<String> more = new HashSet<>();
      below.forEach(other -> more.addAll(openBelow(other)));
      changed = below.addAll(more);
    }
    return below;
  }

  private List<String> openBelow(String key) {
    return holdsOf(key).stream()
        .flatMap(hold -> sprints.unfolded(hold).stream())
        .filter(hold -> hold.startsWith("task:"))
        .map(hold -> hold.substring("task:".length()))
        .filter(this::isOpen)
        .toList();
  }

  public boolean isOpen(String key) {
    TaskState state = tasks.get(key).state();
    return state != TaskState.DONE && state != TaskState.CANCELLED;
  }

  /** A task that is declared BLOCKED stays to be done when its cause is gone. */
  private boolean isOpenTask(String name) {
    return name.startsWith("task:") && isOpen(name.substring("task:".length()));
  }

  public Set<String> holdsOf(String key) {
    return holds.getOrDefault(key, Set.of());
  }

  public Set<String> causesOf(String key) {
    return causes.getOrDefault(key, Set.of());
  }

  public String state(String key) {
    TaskState declared = tasks.get(key).state();
    if (!isOpen(key)) {
      return declared.name();
    }
    if (!causesOf(key).isEmpty()) {
      return "BLOCKED";
    }
    return holdsOf(key).isEmpty() ? "READY" : "WAITING";
  }

  public Set<String> waitsFor(String key) {
    return holdsOf(key).stream()
        .filter(hold -> !hold.startsWith("blocker:"))
        .map(hold -> hold.startsWith("sprint:") ? hold : hold.substring(hold.indexOf(':') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public boolean isContradicted(String key) {
    TaskState declared = tasks.get(key).state();
    return switch (state(key)) {
      case "DONE" ->
          named(key).stream()
              .anyMatch(o -> tasks.containsKey(o) && tasks.get(o).state() != TaskState.DONE);
      case "READY" -> declared == TaskState.BLOCKED;
      case "BLOCKED" ->
          switch (declared) {
            case TODO -> isBlockedApartFromItsSprint(key);
            case BLOCKED -> holdsOf(key).isEmpty();
            case DOING, DONE, CANCELLED -> true;
          };
      case "WAITING" -> declared != TaskState.TODO;
      default -> false;
    };
  }

  private boolean isBlockedApartFromItsSprint(String key) {
    return holdsOf(key).stream()
        .filter(hold -> !hold.startsWith("sprint:"))
        .anyMatch(hold -> !isOpenTask(hold) || !causesOf(hold.substring(5)).isEmpty());
  }

  /** Everything that the task names, whatever its state. */
  public Set<String> named(String key) {
    Set<String> named = new TreeSet<>(tasks.get(key).dependsOn());
    tasks.get(key).blockers().stream()
        .filter(blocker -> blocker.awaits() != null)
        .forEach(blocker -> named.add(blocker.awaits()));
    return named;
  }

  /** Tasks for each cause. */
  public Map<String, Set<String>> heldByCause() {
    Map<String, Set<String>> held = new HashMap<>();
    causes.forEach(
        (key, ids) -> ids.forEach(id -> held.computeIfAbsent(id, _ -> new TreeSet<>()).add(key)));
    return held;
  }

  /** Takes one cause out of the world and looks who has nothing left to wait for. */
  public Set<String> freedBy(String cause) {
    Set<String> freed = new TreeSet<>();
    for (String key : tasks.keySet()) {
      Set<String> left = new HashSet<>(holdsOf(key));
      if (!isOpenTask(cause)) {
        left.remove(cause);
      }
      Set<String> circle = circle(key);
      if (!circle.isEmpty() && cause.equals("cycle:" + circle.iterator().next())) {
        circle.forEach(member -> left.remove("task:" + member));
        left.removeIf(hold -> hold.startsWith("sprint:") && isInCircle(hold, circle));
      }
      boolean stays = isUnstated(key) && !cause.equals("task:" + key);
      if (isOpen(key) && left.isEmpty() && !stays && causesOf(key).contains(cause)) {
        freed.add(key);
      }
    }
    return freed;
  }

  /** Whether somebody in the circle waits for the sprint, and the sprint for somebody in it. */
  private boolean isInCircle(String sprint, Set<String> circle) {
    return sprints.unfolded(sprint).stream()
            .anyMatch(end -> circle.contains(end.replace("task:", "")))
        && circle.stream().anyMatch(key -> holdsOf(key).contains(sprint));
  }

  /** Longest chain below, a circle being one step. */
  public int depth(String key) {
    Set<String> home = circle(key).isEmpty() ? Set.of(key) : circle(key);
    int depth = 0;
    for (String member : home) {
      for (String other : openBelow(member)) {
        if (!home.contains(other)) {
          depth = Math.max(depth, depth(other) + 1);
        }
      }
    }
    return depth;
  }

  /** Open tasks held by a key, directly or not. */
  public Set<String> heldBy(String key) {
    Set<String> held = new TreeSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String task : tasks.keySet()) {
        Set<String> waits = waitsFor(task);
        Set<String> ends =
            waits.stream()
                .flatMap(name -> sprints.unfolded(name).stream())
                .map(name -> name.replaceFirst("^task:", ""))
                .collect(Collectors.toSet());
        boolean behind = ends.stream().anyMatch(o -> held.contains(o) && isOpen(o));
        if (waits.contains(key) || ends.contains(key) || behind) {
          changed |= held.add(task);
        }
      }
    }
    held.remove(key);
    return held;
  }

  public Set<String> keys() {
    return tasks.keySet();
  }
}
