package dev.signalbox.graph.text;

import dev.signalbox.graph.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as a diagram: each key once, edges from what waits to what it waits for. */
public final class TreeDiagram {

  private final Map<String, Explanation> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();

  private record Arrow(int from, int to, boolean satisfied) {}

  private TreeDiagram(Explanation root) {
    collect(root, place(root));
  }

  public static String mermaid(Explanation root) {
    var diagram = new TreeDiagram(root);
    var text = new StringBuilder("flowchart LR\n");
    int place = 0;
    for (Explanation node : diagram.nodes.values()) {
      text.append("  n").append(place++).append("[\"").append(Escapes.mermaid(node.key()));
      text.append("<br/>").append(Escapes.mermaid(node.what())).append("\"]\n");
    }
    for (Arrow arrow : diagram.arrows) {
      text.append("  n").append(arrow.from()).append(arrow.satisfied() ? " -.-> " : " --> ");
      text.append('n').append(arrow.to()).append('\n');
    }
    return text.toString();
  }

  public static String dot(Explanation root) {
    var diagram = new TreeDiagram(root);
    var text = new StringBuilder("digraph explanation {\n  rankdir=LR;\n  node [shape=box];\n");
    int place = 0;
    for (Explanation node : diagram.nodes.values()) {
      text.append("  n").append(place++).append(" [label=\"").append(Escapes.dot(node.key()));
      text.append("\\n").append(Escapes.dot(node.what()));
      text.append("\", tooltip=\"").append(Escapes.dot(node.reason())).append("\"];\n");
    }
    for (Arrow arrow : diagram.arrows) {
      text.append("  n").append(arrow.from()).append(" -> n").append(arrow.to());
      text.append(arrow.satisfied() ? " [style=dashed];\n" : ";\n");
    }
    return text.append("}\n").toString();
  }

  private void collect(Explanation parent, int from) {
    for (Explanation child : parent.because()) {
      arrows.add(new Arrow(from, place(child), child.satisfied()));
      collect(child, place(child));
    }
  }

  /** A sprint and a task may be called the same. */
  private int place(Explanation node) {
    String name = node.what() + "\n" + node.key();
    if (nodes.putIfAbsent(name, node) == null) {
      places.put(name, places.size());
    }
    return places.getOrDefault(name, 0);
  }
}
