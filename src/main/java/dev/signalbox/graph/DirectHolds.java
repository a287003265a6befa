package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.List;

/** Says what holds a task directly, for those who ask whether it may be finished. */
final class DirectHolds {

  private DirectHolds() {}

  static List<String> of(Links links, int task) {
    Nodes nodes = links.nodes();
    Rows holding = links.holding();
    List<String> words = new ArrayList<>(holding.degree(task));
    for (int at = holding.start[task]; at < holding.start[task + 1]; at++) {
      words.add(words(nodes, task, holding.target[at]));
    }
    if (links.isUnstated(task)) {
      words.add("it is declared BLOCKED, and nobody said why");
    }
    return List.copyOf(words);
  }

  private static String words(Nodes nodes, int task, int hold) {
    String key = nodes.key(hold);
    return switch (nodes.kind(hold)) {
      case TASK -> hold == task ? "it waits for itself" : key + " is " + nodes.task(hold).state();
      case EXTERNAL -> "external item " + key + " is not closed";
      case UNKNOWN -> "nothing in the project has the key " + key;
      case BLOCKER -> nodes.blockerOf(hold).reason();
      case SPRINT -> "sprint " + nodes.sprint(hold).key() + " is not done";
    };
  }
}
