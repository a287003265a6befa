package dev.signalbox.dashboard;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.progress.Point;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Burndown or cumulative flow drawn on the server: paths in a box of {@link #WIDTH} by {@link
 * #HEIGHT}, with the plot inside the margins.
 *
 * @param words what the picture shows, for those who cannot see it
 * @param areas filled bands, the lowest first; {@code lines} lie over them
 */
public record ProgressChart(
    String id,
    String name,
    String words,
    List<Band> areas,
    List<Band> lines,
    List<Tick> rows,
    List<Tick> days) {

  public static final int WIDTH = 720;
  public static final int HEIGHT = 260;

  private static final int LEFT = 44;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;
  private static final int DAY_TICKS = 6;

  /** A drawn series; {@code fill} names its colour. */
  public record Band(String label, String fill, String path) {}

  /** A mark on an axis, where it stands and what it says. */
  public record Tick(int at, String label) {}

  private record Part(String label, String fill, ToIntFunction<Point> count) {}

  private static final List<Part> FLOW =
      List.of(
          part("done", "DONE", DerivedState.DONE),
          part("cancelled", "CANCELLED", DerivedState.CANCELLED),
          part("ready", "READY", DerivedState.READY),
          part("waiting", "WAITING", DerivedState.WAITING),
          part("blocked", "BLOCKED", DerivedState.BLOCKED));

  /** How many tasks are left at each point, under how many there are. */
  public static ProgressChart burndown(List<Point> points) {
    Point first = points.getFirst();
    Point last = points.getLast();
    String words =
        String.format(
            Locale.ROOT,
            "From %s to %s, the open tasks go from %d of %d to %d of %d.",
            day(first),
            day(last),
            first.remaining(),
            first.scope(),
            last.remaining(),
            last.scope());
    int top = top(points);
    return new ProgressChart(
        "burndown",
        "Burndown",
        words,
        List.of(),
        List.of(
            new Band("all tasks", "SCOPE", line(points, Point::scope, top)),
            new Band("open tasks", "REMAINING", line(points, Point::remaining, top))),
        rows(top),
        days(points));
  }

  /** Tasks by derived state, stacked. */
  public static ProgressChart flow(List<Point> points) {
    int top = top(points);
    List<Band> areas = new ArrayList<>();
    int[] below = new int[points.size()];
    for (Part part : FLOW) {
      int[] above = new int[below.length];
      boolean any = false;
      for (int at = 0; at < below.length; at++) {
        int count = part.count().applyAsInt(points.get(at));
        above[at] = below[at] + count;
        any |= count > 0;
      }
      if (any) {
        areas.add(new Band(part.label(), part.fill(), area(below, above, top)));
      }
      below = above;
    }
    Point last = points.getLast();
    List<String> now = new ArrayList<>();
    FLOW.forEach(part -> now.add(part.count().applyAsInt(last) + " " + part.label()));
    String words = "On " + day(last) + ": " + String.join(", ", now) + ".";
    return new ProgressChart(
        "flow", "Cumulative flow", words, List.copyOf(areas), List.of(), rows(top), days(points));
  }

  private static Part part(String label, String fill, DerivedState state) {
    return new Part(label, fill, point -> point.derived().getOrDefault(state, 0));
  }

  private static int top(List<Point> points) {
    return Math.max(1, points.stream().mapToInt(Point::scope).max().orElse(1));
  }

  private static String line(List<Point> points, ToIntFunction<Point> count, int top) {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at < points.size(); at++) {
      path.append(at == 0 ? "M" : " L").append(x(at, points.size()));
      path.append(' ').append(y(count.applyAsInt(points.get(at)), top));
    }
    return path.toString();
  }

  private static String area(int[] below, int[] above, int top) {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at < above.length; at++) {
      path.append(at == 0 ? "M" : " L").append(x(at, above.length)).append(' ');
      path.append(y(above[at], top));
    }
    for (int at = below.length - 1; at >= 0; at--) {
      path.append(" L").append(x(at, below.length)).append(' ').append(y(below[at], top));
    }
    return path.append(" Z").toString();
  }

  private static List<Tick> rows(int top) {
    List<Tick> ticks = new ArrayList<>();
    int step = Math.max(1, (top + 3) / 4);
    for (int value = 0; value <= top; value += step) {
      ticks.add(new Tick(y(value, top), Integer.toString(value)));
    }
    return List.copyOf(ticks);
  }

  private static List<Tick> days(List<Point> points) {
    List<Tick> ticks = new ArrayList<>();
    int step = Math.max(1, (points.size() + DAY_TICKS - 1) / DAY_TICKS);
    for (int at = 0; at < points.size(); at += step) {
      ticks.add(new Tick(x(at, points.size()), day(points.get(at)).toString().substring(5)));
    }
    return List.copyOf(ticks);
  }

  private static int x(int at, int count) {
    int room = WIDTH - LEFT - RIGHT;
    return LEFT + (count <= 1 ? 0 : Math.round((float) room * at / (count - 1)));
  }

  private static int y(int value, int top) {
    int room = HEIGHT - TOP - BOTTOM;
    return TOP + room - Math.round((float) room * value / top);
  }

  static LocalDate day(Point point) {
    return point.at().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
