package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sprints have to be done before others may begin. A sprint that is waited for and not done
 * is a gate, numbered from 0: the later sprint's tasks wait for it, and it for its own open tasks.
 */
final class SprintGates {

  private final List<Sprint> sprints;
  private final Map<String, Integer> byKey;
  private final int[] sprintOf;
  private final int[] tasks;
  private final int[] open;

  /** Of each sprint the first of its tasks; the others mostly stand right behind it. */
  private final int[] first;

  private final int[] gateOf;
  private final int[] sprintOfGate;
  private final int[][] before;

  SprintGates(PlanSnapshot snapshot) {
    sprints = snapshot.sprints();
    byKey = HashMap.newHashMap(sprints.size());
    for (int sprint = 0; sprint < sprints.size(); sprint++) {
      byKey.putIfAbsent(sprints.get(sprint).key(), sprint);
    }
    tasks = new int[sprints.size()];
    open = new int[sprints.size()];
    first = new int[sprints.size()];
    sprintOf = count(snapshot.tasks());
    gateOf = new int[sprints.size()];
    Arrays.fill(gateOf, Rows.NONE);
    sprintOfGate = gates();
    before = before();
  }

  private int[] count(List<Task> all) {
    int[] of = new int[all.size()];
    String last = "";
    int sprint = Rows.NONE;
    for (int task = 0; task < of.length; task++) {
      Task declared = all.get(task);
      if (task == 0 || !last.equals(declared.sprint())) {
        last = declared.sprint();
        sprint = find(last);
      }
      of[task] = sprint;
      if (sprint != Rows.NONE) {
        if (tasks[sprint]++ == 0) {
          first[sprint] = task;
        }
        open[sprint] += isOpen(declared) ? 1 : 0;
      }
    }
    return of;
  }

  private int[] gates() {
    int[] found = new int[sprints.size()];
    int gates = 0;
    for (Sprint sprint : sprints) {
      for (SprintEdge edge : sprint.dependsOn()) {
        int earlier = earlier(edge);
        if (earlier != Rows.NONE && holds(edge) && gateOf[earlier] == Rows.NONE) {
          gateOf[earlier] = gates;
          found[gates++] = earlier;
        }
      }
    }
    return Arrays.copyOf(found, gates);
  }

  /** Whether its sprint waits for it; a task that left the plan keeps nobody waiting. */
  static boolean isOpen(Task task) {
    return !task.state().isEnded() && !task.absent();
  }

  private int[][] before() {
    int[][] rows = new int[sprints.size()][];
    for (int sprint = 0; sprint < rows.length; sprint++) {
      rows[sprint] =
          sprints.get(sprint).dependsOn().stream()
              .filter(this::holds)
              .mapToInt(edge -> gateOf[earlier(edge)])
              .distinct()
              .toArray();
    }
    return rows;
  }

  /** How many gates there are. */
  int count() {
    return sprintOfGate.length;
  }

  /** The number of a sprint, or {@link Rows#NONE} for a key that is no sprint here. */
  int find(String key) {
    return byKey.getOrDefault(key, Rows.NONE);
  }

  Sprint sprint(int sprint) {
    return sprints.get(sprint);
  }

  Sprint ofGate(int gate) {
    return sprints.get(sprintOfGate[gate]);
  }

  /** The gate that the sprint is, or {@link Rows#NONE} if nothing waits for it. */
  int gate(int sprint) {
    return gateOf[sprint];
  }

  int tasks(int sprint) {
    return tasks[sprint];
  }

  int open(int sprint) {
    return open[sprint];
  }

  /** The gates before a sprint, each once. */
  int[] gatesOf(int sprint) {
    return before[sprint];
  }

  /** The sprint of a task, or {@link Rows#NONE}. */
  int sprintOf(int task) {
    return sprintOf[task];
  }

  /** Whether any sprint names another one that is here, waived or not. */
  boolean areLinked() {
    return sprints.stream()
        .anyMatch(each -> each.dependsOn().stream().anyMatch(edge -> edge.sprint() != null));
  }

  /** The gates before an open task, each once. */
  int[] before(int task) {
    return sprintOf[task] == Rows.NONE ? new int[0] : before[sprintOf[task]];
  }

  /** Archived, or all its tasks ended or left the plan; one that never had a task is not done. */
  boolean isDone(int sprint) {
    return sprints.get(sprint).archived() || (tasks[sprint] > 0 && open[sprint] == 0);
  }

  /** A name that means no sprint here holds nobody: it would hide every real cause. */
  boolean holds(SprintEdge edge) {
    int earlier = earlier(edge);
    return earlier != Rows.NONE && !edge.waived() && !isDone(earlier);
  }

  private int earlier(SprintEdge edge) {
    return edge.sprint() == null ? Rows.NONE : find(edge.sprint());
  }

  /** The open tasks that each gate waits for. */
  Rows openTasks(Nodes nodes) {
    int[] start = new int[count() + 1];
    for (int gate = 0; gate < count(); gate++) {
      start[gate + 1] = start[gate] + open[sprintOfGate[gate]];
    }
    int[] next = start.clone();
    int[] target = new int[start[count()]];
    for (int task = 0; task < sprintOf.length && target.length > 0; task++) {
      int gate = sprintOf[task] == Rows.NONE ? Rows.NONE : gateOf[sprintOf[task]];
      if (gate != Rows.NONE && isOpen(nodes.task(task))) {
        target[next[gate]++] = task;
      }
    }
    return new Rows(start, target);
  }

  /** The tasks of a sprint, in the snapshot's order. */
  int[] tasksOf(int sprint) {
    int[] found = new int[tasks[sprint]];
    int size = 0;
    for (int task = first[sprint]; size < found.length; task++) {
      if (sprintOf[task] == sprint) {
        found[size++] = task;
      }
    }
    return found;
  }
}
