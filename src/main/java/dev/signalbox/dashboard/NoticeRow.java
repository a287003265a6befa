package dev.signalbox.dashboard;

import dev.signalbox.notify.NoticeView;
import dev.signalbox.notify.PersonalNotice;

/** "You are unblocked", as the first page says it. */
public record NoticeRow(long id, String project, String task, String text, String at) {

  public static NoticeRow of(PersonalNotice mine) {
    NoticeView notice = mine.notice();
    return new NoticeRow(
        notice.id(), notice.project(), notice.task(), notice.text(), Times.moment(notice.at()));
  }
}
