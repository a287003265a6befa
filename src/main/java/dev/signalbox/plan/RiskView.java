package dev.signalbox.plan;

/** A line under decisions and risks. */
public record RiskView(long id, String text, Origin origin) {}
