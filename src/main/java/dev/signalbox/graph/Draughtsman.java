package dev.signalbox.graph;

import dev.signalbox.graph.GraphPicture.Line;
import dev.signalbox.graph.GraphPicture.Placed;
import dev.signalbox.graph.GraphPicture.Point;
import dev.signalbox.graph.picture.LayeredLayout;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a part of a plan: chooses the nodes, has them laid out, and turns places into pixels. */
final class Draughtsman {

  private static final int GAP_X = 56;
  private static final int GAP_Y = 14;
  private static final int MARGIN = 8;
  private static final int STEP_X = GraphPicture.NODE_WIDTH + GAP_X;
  private static final int STEP_Y = GraphPicture.NODE_HEIGHT + GAP_Y;

  private final Links links;
  private final Nodes nodes;
  private final Verdicts verdicts;
  private final Rows down;
  private final Rows up;

  Draughtsman(Links links, Verdicts verdicts) {
    this.links = links;
    this.nodes = links.nodes();
    this.verdicts = verdicts;
    down = links.shownRows();
    up = down.reversed();
  }

  /** All nodes with an edge, in their order; those without one are no picture. */
  GraphPicture whole() {
    int[] linked =
        IntStream.range(0, nodes.count())
            .filter(node -> down.degree(node) + up.degree(node) > 0)
            .limit(GraphPicture.MAX_NODES + 1L)
            .toArray();
    return draw(linked);
  }

  /** Nearest first, against and along the edges. */
  GraphPicture around(int task, int radius) {
    int[] steps = new int[nodes.count()];
    Arrays.fill(steps, Rows.NONE);
    steps[task] = 0;
    List<Integer> near = new ArrayList<>(List.of(task));
    for (int head = 0; head < near.size() && near.size() <= GraphPicture.MAX_NODES; head++) {
      int node = near.get(head);
      if (steps[node] < radius) {
        step(down, node, steps, near);
        step(up, node, steps, near);
      }
    }
    return draw(near.stream().mapToInt(node -> node).toArray());
  }

  private static void step(Rows rows, int node, int[] steps, List<Integer> near) {
    for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
      int to = rows.target[at];
      if (steps[to] == Rows.NONE && near.size() <= GraphPicture.MAX_NODES) {
        steps[to] = steps[node] + 1;
        near.add(to);
      }
    }
  }

  private GraphPicture draw(int[] chosen) {
    int[] drawn = Arrays.copyOf(chosen, Math.min(chosen.length, GraphPicture.MAX_NODES));
    Arrays.sort(drawn);
    Rows rows = within(drawn);
    var layout = new LayeredLayout(rows);
    List<Placed> placed = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < drawn.length; at++) {
      placed.add(placed(layout, drawn, at));
      for (int edge = rows.start[at]; edge < rows.start[at + 1]; edge++) {
        lines.add(line(layout, drawn, at, rows.target[edge]));
      }
    }
    return new GraphPicture(
        Math.max(0, layout.layers() * STEP_X - GAP_X) + 2 * MARGIN,
        Math.max(0, layout.rows() * STEP_Y - GAP_Y) + 2 * MARGIN,
        placed,
        lines,
        chosen.length > drawn.length);
  }

  /** The edges among the drawn nodes, which are in ascending order, by their places there. */
  private Rows within(int[] drawn) {
    var edges = new Rows.Writer(drawn.length, drawn.length * 4);
    for (int node : drawn) {
      for (int at = down.start[node]; at < down.start[node + 1]; at++) {
        int place = Arrays.binarySearch(drawn, down.target[at]);
        if (place >= 0) {
          edges.add(place);
        }
      }
      edges.endRow();
    }
    return edges.done();
  }

  private Placed placed(LayeredLayout layout, int[] drawn, int at) {
    return new Placed(
        GraphView.node(nodes, verdicts, drawn[at]),
        layout.layer(at),
        x(layout.layer(at)),
        y(layout.row(at)));
  }

  private Line line(LayeredLayout layout, int[] drawn, int after, int before) {
    List<Point> points = new ArrayList<>();
    points.add(
        new Point(x(layout.layer(before)) + GraphPicture.NODE_WIDTH, middle(layout, before)));
    int layer = layout.layer(before);
    for (double row : layout.bends(after, before)) {
      layer++;
      int y = y(row) + GraphPicture.NODE_HEIGHT / 2;
      points.add(new Point(x(layer), y));
      points.add(new Point(x(layer) + GraphPicture.NODE_WIDTH, y));
    }
    points.add(new Point(x(layout.layer(after)), middle(layout, after)));
    boolean holding = links.isHolding(drawn[after], drawn[before]);
    return new Line(
        nodes.key(drawn[before]),
        nodes.key(drawn[after]),
        holding,
        layout.isBackwards(after, before),
        points);
  }

  private static int middle(LayeredLayout layout, int at) {
    return y(layout.row(at)) + GraphPicture.NODE_HEIGHT / 2;
  }

  private static int x(int layer) {
    return MARGIN + layer * STEP_X;
  }

  private static int y(double row) {
    return MARGIN + (int) Math.round(row * STEP_Y);
  }
}
