package dev.signalbox.graph.text;

import dev.signalbox.graph.GraphView.Edge;
import dev.signalbox.graph.GraphView.Node;
import dev.signalbox.graph.PlanMap;
import java.io.IOException;

/** A whole plan as a graph for other tools, written node by node, so that it may be large. */
public final class PlanPlot {

  /** Mermaid draws no more edges than these unless told so. */
  public static final int MAX_MERMAID_EDGES = 500;

  private PlanPlot() {}

  /** Flowchart; dotted lines hold nobody now. */
  public static void mermaid(PlanMap map, Appendable out) throws IOException {
    out.append("flowchart LR\n");
    for (int place = 0; place < map.size(); place++) {
      Node node = map.node(place);
      out.append("  n" + place + "[\"" + Escapes.mermaid(node.key()));
      out.append("<br/>" + Escapes.mermaid(node.state()) + "\"]\n");
    }
    for (int number = 0; number < map.edges(); number++) {
      Edge edge = map.edge(number);
      out.append("  n" + edge.from() + (edge.holding() ? " --> n" : " -.-> n") + edge.to() + "\n");
    }
  }

  /** Graphviz; dashed edges hold nobody now. */
  public static void dot(PlanMap map, Appendable out) throws IOException {
    out.append("digraph plan {\n  rankdir=LR;\n  node [shape=box];\n");
    for (int place = 0; place < map.size(); place++) {
      Node node = map.node(place);
      out.append("  n" + place + " [label=\"" + Escapes.dot(node.key()) + "\\n");
      out.append(Escapes.dot(node.state()) + "\", kind=\"" + node.kind());
      out.append("\", tooltip=\"" + Escapes.dot(node.text()) + "\"];\n");
    }
    for (int place = 0; place < map.size(); place++) {
      for (Edge edge : map.edgesFrom(place)) {
        String style = edge.holding() ? ";\n" : " [style=dashed];\n";
        out.append("  n" + edge.from() + " -> n" + edge.to() + style);
      }
    }
    out.append("}\n");
  }

  /** GraphML 1.0 (graphml.graphdrawing.org). */
  public static void graphml(PlanMap map, Appendable out) throws IOException {
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="key" for="node" attr.name="key" attr.type="string"/>
          <key id="kind" for="node" attr.name="kind" attr.type="string"/>
          <key id="state" for="node" attr.name="state" attr.type="string"/>
          <key id="text" for="node" attr.name="text" attr.type="string"/>
          <key id="holding" for="edge" attr.name="holding" attr.type="boolean"/>
          <graph id="plan" edgedefault="directed">
        """);
    for (int place = 0; place < map.size(); place++) {
      Node node = map.node(place);
      out.append("    <node id=\"n" + place + "\">");
      datum(out, "key", node.key());
      datum(out, "kind", node.kind());
      datum(out, "state", node.state());
      datum(out, "text", node.text());
      out.append("</node>\n");
    }
    for (int place = 0; place < map.size(); place++) {
      for (Edge edge : map.edgesFrom(place)) {
        out.append("    <edge source=\"n" + edge.from() + "\" target=\"n" + edge.to() + "\">");
        datum(out, "holding", String.valueOf(edge.holding()));
        out.append("</edge>\n");
      }
    }
    out.append("  </graph>\n</graphml>\n");
  }

  private static void datum(Appendable out, String key, String value) throws IOException {
    out.append("<data key=\"" + key + "\">" + Escapes.xml(value) + "</data>");
  }
}
