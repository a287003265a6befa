package dev.signalbox.notify;

import java.time.Instant;
import java.util.List;

/**
 * A task that was held became ready.
 *
 * @param text of the task, as it was then
 * @param planVersion in which it was found ready
 */
public record NoticeView(
    long id,
    String project,
    String task,
    String text,
    List<String> owners,
    long planVersion,
    Instant at) {}
