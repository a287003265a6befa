package dev.signalbox.report;

import java.math.BigDecimal;

/**
 * A number that a result states.
 *
 * @param name such as {@code p95}; at most 120 characters
 * @param unit such as {@code ms}, {@code bytes}, {@code 1} for a bare count
 */
public record Fact(String name, BigDecimal value, String unit) {}
