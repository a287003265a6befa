package dev.signalbox.gate;

import dev.signalbox.timeline.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A stored decision with all that it rests on.
 *
 * @param inputs canonical JSON to the letter; the decision digest is the SHA-256 of its bytes
 * @param digestMatches whether both digests, computed anew from these bytes, are the stored ones
 */
public record DecisionView(
    long number,
    GateVerdict verdict,
    String subjectDigest,
    String decisionDigest,
    boolean digestMatches,
    String inputs,
    List<Map<String, Object>> requirements,
    String cause,
    Actor decidedBy,
    Instant decidedAt) {}
