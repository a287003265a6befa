package dev.signalbox.plan.past;

import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The entries of one kind of object from the newest back, never more than a page in memory. */
final class EntryWalk {

  private final TimelineReader timeline;
  private final TimelineQuery query;
  private final Deque<TimelineEntryView> ahead = new ArrayDeque<>();
  private @Nullable String cursor;
  private boolean ended;

  EntryWalk(TimelineReader timeline, String project, String type) {
    this.timeline = timeline;
    this.query = new TimelineQuery(project, type, null, null, null, null, null);
  }

  /** The next entry that is newer than {@code last}, or null. */
  @Nullable TimelineEntryView nextBehind(long last) {
    if (ahead.isEmpty() && !ended) {
      Page<TimelineEntryView> page = timeline.page(query, cursor, Page.MAX_LIMIT);
      ahead.addAll(page.items());
      cursor = page.next();
      ended = cursor == null;
    }
    TimelineEntryView next = ahead.peek();
    return next == null || next.id() <= last ? null : ahead.poll();
  }
}
