package dev.signalbox.graph.picture;

import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layered drawing (Sugiyama, Tagawa, Toda, IEEE Trans. SMC 11, 1981): longest-path layers, bends
 * where an edge crosses a layer, and barycentre sweeps against crossings. Works for a few hundred
 * nodes; the same input gives the same picture.
 */
public final class LayeredLayout {

  private static final int SWEEPS = 4;

  /** Beyond this many, long edges are drawn straight. */
  private static final int MAX_BENDS = 4_000;

  /** A node, or a bend of an edge; {@code row} is its place in the layer, from the top. */
  private static final class Spot {
    final int layer;
    final List<Spot> left = new ArrayList<>();
    final List<Spot> right = new ArrayList<>();
    double row;

    Spot(int layer) {
      this.layer = layer;
    }
  }

  private final Layering layering;
  private final List<Spot> nodes = new ArrayList<>();
  private final List<List<Spot>> layers = new ArrayList<>();
  private final Map<Long, List<Spot>> bends = new HashMap<>();
  private int bendCount;

  /** Lays out; each row of {@code rows} names what the node waits for. */
  public LayeredLayout(Rows rows) {
    layering = new Layering(rows);
    for (int layer = 0; layer < layering.count; layer++) {
      layers.add(new ArrayList<>());
    }
    for (int node = 0; node < rows.nodes(); node++) {
      nodes.add(add(layering.of[node]));
    }
    for (int node = 0; node < rows.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        connect(node, rows.target[at]);
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      sweep(sweep % 2 == 0);
    }
    centre();
  }

  public int layers() {
    return layers.size();
  }

  /** Rows of the fullest layer. */
  public int rows() {
    return layers.stream().mapToInt(List::size).max().orElse(0);
  }

  public int layer(int node) {
    return nodes.get(node).layer;
  }

  /** Place of the node within the height of the picture, in rows from the top. */
  public double row(int node) {
    return nodes.get(node).row;
  }

  /** Whether the edge runs against the layers or stays within one. */
  public boolean isBackwards(int node, int to) {
    return !layering.isForward(node, to);
  }

  /** The rows of the edge's bends, one for each layer between, from the left to the right. */
  public double[] bends(int node, int to) {
    return bends.getOrDefault(edge(node, to), List.of()).stream()
        .mapToDouble(spot -> spot.row)
        .toArray();
  }

  private Spot add(int layer) {
    var spot = new Spot(layer);
    spot.row = layers.get(layer).size();
    layers.get(layer).add(spot);
    return spot;
  }

  private void connect(int node, int to) {
    if (isBackwards(node, to)) {
      return;
    }
    List<Spot> between = new ArrayList<>();
    Spot before = nodes.get(to);
    int span = layer(node) - layer(to);
    if (bendCount + span - 1 <= MAX_BENDS) {
      for (int layer = layer(to) + 1; layer < layer(node); layer++) {
        Spot bend = add(layer);
        between.add(bend);
        join(before, bend);
        before = bend;
        bendCount++;
      }
      join(before, nodes.get(node));
    }
    bends.put(edge(node, to), between);
  }

  private static void join(Spot left, Spot right) {
    left.right.add(right);
    right.left.add(left);
  }

  private static long edge(int node, int to) {
    return ((long) node << Integer.SIZE) | to;
  }

  private void sweep(boolean rightwards) {
    for (int at = 0; at < layers.size(); at++) {
      List<Spot> layer = layers.get(rightwards ? at : layers.size() - 1 - at);
      for (Spot spot : layer) {
        spot.row = mean(rightwards ? spot.left : spot.right, spot.row);
      }
      layer.sort(Comparator.comparingDouble(spot -> spot.row));
      for (int row = 0; row < layer.size(); row++) {
        layer.get(row).row = row;
      }
    }
  }

  private static double mean(List<Spot> neighbours, double otherwise) {
    return neighbours.stream().mapToDouble(spot -> spot.row).average().orElse(otherwise);
  }

  private void centre() {
    int most = rows();
    for (List<Spot> layer : layers) {
      for (Spot spot : layer) {
        spot.row += (most - layer.size()) / 2.0;
      }
    }
  }
}
