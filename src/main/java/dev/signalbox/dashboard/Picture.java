package dev.signalbox.dashboard;

import dev.signalbox.graph.GraphPicture;
import dev.signalbox.graph.GraphView;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A laid-out graph as the pages draw it, in SVG; units are pixels. */
public record Picture(int width, int height, boolean cut, List<Box> nodes, List<Arrow> edges) {

  private static final int LABEL = 29;

  /**
   * A box at its place.
   *
   * @param colour names the style class
   * @param href its page, or null if it has none
   * @param hint the whole text
   * @param root whether the picture is about it
   */
  public record Box(
      String key,
      int x,
      int y,
      int width,
      int height,
      String label,
      String what,
      String colour,
      @Nullable String href,
      String hint,
      boolean root) {}

  /** A line with an arrow at its end; {@code path} is SVG path data. */
  public record Arrow(String path, boolean holds) {}

  /**
   * Puts colours, words and links on a layout.
   *
   * @param root key of the task that the picture is about, or null
   */
  public static Picture of(ProjectKey project, GraphPicture layout, @Nullable String root) {
    return new Picture(
        layout.width(),
        layout.height(),
        layout.cut(),
        layout.nodes().stream().map(placed -> box(project, placed, root)).toList(),
        layout.lines().stream().map(line -> new Arrow(path(line), line.holding())).toList());
  }

  private static Box box(ProjectKey project, GraphPicture.Placed placed, @Nullable String root) {
    GraphView.Node node = placed.node();
    boolean task = node.kind().equals("task");
    boolean holding = !task && !node.state().equals("CLOSED");
    return new Box(
        node.key(),
        placed.x(),
        placed.y(),
        GraphPicture.NODE_WIDTH,
        GraphPicture.NODE_HEIGHT,
        label(node.kind().equals("blocker") ? node.text() : node.key()),
        task ? node.state().toLowerCase(Locale.ROOT) : node.kind(),
        task ? node.state() : holding ? "CAUSE" : "DONE",
        task ? "/projects/" + project + "/tasks/" + Links.segment(node.key()) : null,
        node.key() + ": " + node.text(),
        node.key().equals(root));
  }

  private static String label(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL - 1) + "\u2026";
  }

  private static String path(GraphPicture.Line line) {
    StringBuilder path = new StringBuilder();
    GraphPicture.Point last = null;
    for (GraphPicture.Point point : line.points()) {
      if (last == null) {
        path.append("M").append(point.x()).append(' ').append(point.y());
      } else {
        int middle = (last.x() + point.x()) / 2;
        path.append(" C").append(middle).append(' ').append(last.y());
        path.append(' ').append(middle).append(' ').append(point.y());
        path.append(' ').append(point.x()).append(' ').append(point.y());
      }
      last = point;
    }
    return path.toString();
  }
}
