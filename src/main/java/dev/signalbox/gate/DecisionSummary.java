package dev.signalbox.gate;

import dev.signalbox.timeline.Actor;
import java.time.Instant;

/**
 * A decision in a list.
 *
 * @param cause what made it be decided
 * @param decidedBy who caused it
 */
public record DecisionSummary(
    long number,
    GateVerdict verdict,
    String subjectDigest,
    String decisionDigest,
    String cause,
    Actor decidedBy,
    Instant decidedAt) {}
