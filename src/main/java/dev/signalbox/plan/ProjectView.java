package dev.signalbox.plan;

import java.time.Instant;

/** A project in a list. */
public record ProjectView(
    String key, String name, long planVersion, long sprints, long tasks, Instant createdAt) {}
