package dev.signalbox.gate.ledger;

import dev.signalbox.timeline.Actor;
import java.time.Instant;

/**
 * A decision as it is stored.
 *
 * @param inputs canonical JSON to the letter
 * @param requirements verdicts as a JSON array
 * @param cause what made it be decided, such as {@code approval by anna}
 * @param actor who caused it
 */
public record DecisionRow(
    long number,
    String verdict,
    String subjectDigest,
    String decisionDigest,
    String inputs,
    String requirements,
    String cause,
    Actor actor,
    Instant decidedAt) {}
