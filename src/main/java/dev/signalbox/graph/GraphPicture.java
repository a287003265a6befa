package dev.signalbox.graph;

import java.util.List;

/**
 * A small graph laid out in layers, work flowing from left to right; units are pixels.
 *
 * @param cut whether there was more than a picture takes
 */
public record GraphPicture(
    int width, int height, List<Placed> nodes, List<Line> lines, boolean cut) {

  public static final int MAX_NODES = 300;
  public static final int MAX_RADIUS = 10;

  /** Size of every node. */
  public static final int NODE_WIDTH = 190;

  public static final int NODE_HEIGHT = 36;

  /**
   * A node at its place.
   *
   * @param x left edge
   * @param y upper edge
   */
  public record Placed(GraphView.Node node, int layer, int x, int y) {}

  /**
   * An edge as a line through points, in the direction of work: from what is waited for to what
   * waits.
   *
   * @param before key of what is waited for
   * @param after key of what waits
   * @param holding whether it holds now
   * @param backwards whether it runs against the layers, as one edge of each circle must
   */
  public record Line(
      String before, String after, boolean holding, boolean backwards, List<Point> points) {}

  /** A place in the picture. */
  public record Point(int x, int y) {}
}
