package dev.signalbox.dashboard;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.progress.BlockedTime;
import dev.signalbox.progress.Point;
import dev.signalbox.progress.Series;
import dev.signalbox.progress.TwoDates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a plan went between two days, as the page shows it.
 *
 * @param days the numbers behind the charts, the newest first
 * @param blocked tables of blocked time
 */
public record ProgressPage(
    ProgressChart burndown,
    ProgressChart flow,
    List<Day> days,
    String blockedTotal,
    List<Times> blocked,
    TwoDates between) {

  private static final int BAR = 1000;
  private static final String CLASS = "class";

  /** One row of numbers. */
  public record Day(
      String day, int all, int open, int ready, int waiting, int blocked, int ended, int absent) {}

  /** Blocked time by one way of counting; {@code more} rows are not shown. */
  public record Times(String by, List<Bar> rows, int more) {}

  /**
   * The blocked time of one thing.
   *
   * @param task whether the name is a task's key
   * @param width of its bar, in thousandths of the longest
   */
  public record Bar(String name, boolean task, String span, int width, String note) {}

  public static ProgressPage of(Series series, BlockedTime blocked, TwoDates between) {
    List<Point> points = series.points();
    return new ProgressPage(
        ProgressChart.burndown(points),
        ProgressChart.flow(points),
        points.stream().map(ProgressPage::day).toList().reversed(),
        span(blocked.blocked()),
        List.of(
            tasks(blocked),
            shares(CLASS, blocked.classes().items(), blocked.classes().count()),
            shares("who owes it", blocked.parties().items(), blocked.parties().count()),
            shares("owner", blocked.owners().items(), blocked.owners().count())),
        between);
  }

  private static Day day(Point point) {
    return new Day(
        ProgressChart.day(point).toString(),
        point.scope(),
        point.remaining(),
        count(point, DerivedState.READY),
        count(point, DerivedState.WAITING),
        count(point, DerivedState.BLOCKED),
        count(point, DerivedState.DONE) + count(point, DerivedState.CANCELLED),
        point.absent());
  }

  private static int count(Point point, DerivedState state) {
    return point.derived().getOrDefault(state, 0);
  }

  private static Times tasks(BlockedTime blocked) {
    List<BlockedTime.TaskTime> items = blocked.tasks().items();
    long most = items.stream().mapToLong(BlockedTime.TaskTime::seconds).max().orElse(0);
    List<Bar> rows = new ArrayList<>();
    for (BlockedTime.TaskTime task : items) {
      String spells = task.spells() + (task.spells() == 1 ? " time" : " times");
      String note = spells + (task.running() ? ", still" : "");
      rows.add(new Bar(task.task(), true, span(task.blocked()), width(task.seconds(), most), note));
    }
    return new Times("task", List.copyOf(rows), blocked.tasks().count() - rows.size());
  }

  private static Times shares(String by, List<BlockedTime.Share> items, int count) {
    long most = items.stream().mapToLong(BlockedTime.Share::seconds).max().orElse(0);
    List<Bar> rows = new ArrayList<>();
    for (BlockedTime.Share share : items) {
      String tasks = share.tasks() + (share.tasks() == 1 ? " task" : " tasks");
      rows.add(
          new Bar(
              by.equals(CLASS) ? words(share.name()) : name(share.name()),
              false,
              span(share.blocked()),
              width(share.seconds(), most),
              tasks + (share.running() ? ", still" : "")));
    }
    return new Times(by, List.copyOf(rows), count - rows.size());
  }

  private static String name(@Nullable String name) {
    return name == null || name.isBlank() ? "nobody knows" : name;
  }

  private static String words(@Nullable String constant) {
    return name(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static int width(long seconds, long most) {
    return most == 0 ? 0 : (int) Math.max(4, BAR * seconds / most);
  }

  private static String span(Duration span) {
    return dev.signalbox.dashboard.Times.span(span);
  }
}
