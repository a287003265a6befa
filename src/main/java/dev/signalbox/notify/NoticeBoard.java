package dev.signalbox.notify;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices to read: those of a project, and those that are for one person. */
@Service
@Transactional(readOnly = true)
public class NoticeBoard {

  private final NoticeRows rows;
  private final Clock clock;

  NoticeBoard(NoticeRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** All notices of a project, newest first. */
  public Page<NoticeView> ofProject(ProjectKey project, @Nullable String cursor, Limit limit) {
    String list = "notices/" + project;
    return page(
        list,
        rows.ofProject(project, below(list, cursor), limit.value() + 1),
        limit,
        NoticeView::id);
  }

  /**
   * Notices for the person who is an owner of the task, newest first.
   *
   * @param projects keys of those that the person may see now
   * @param unread only those that were not read
   */
  public Page<PersonalNotice> ofPerson(
      String username,
      Collection<String> projects,
      boolean unread,
      @Nullable String cursor,
      Limit limit) {
    String list = "notices-of/" + username;
    return page(
        list,
        rows.ofPerson(username, projects, unread, below(list, cursor), limit.value() + 1),
        limit,
        mine -> mine.notice().id());
  }

  /**
   * Marks a notice as read; a second time changes nothing.
   *
   * @return false if this person has no such notice
   */
  @Transactional
  public boolean read(String username, Collection<String> projects, long notice) {
    return rows.read(username, projects, notice, clock.instant());
  }

  private static long below(String list, @Nullable String cursor) {
    return cursor == null ? Long.MAX_VALUE : Cursor.decodeNumber(list, cursor);
  }

  private static <T> Page<T> page(String list, List<T> found, Limit limit, ToLongFunction<T> id) {
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<T> items = List.copyOf(found.subList(0, limit.value()));
    String last = Long.toString(id.applyAsLong(items.getLast()));
    return new Page<>(items, Cursor.encode(list, List.of(last)));
  }
}
