package dev.signalbox.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice for one person.
 *
 * @param readAt null as long as it is unread
 */
public record PersonalNotice(NoticeView notice, @Nullable Instant readAt) {}
