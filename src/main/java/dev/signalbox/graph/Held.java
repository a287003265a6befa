package dev.signalbox.graph;

import java.util.List;

/**
 * How one task stands, in so far as something holds it.
 *
 * @param rootCauses all of them, ordered by id; empty unless {@link DerivedState#BLOCKED}
 * @param waitsFor direct dependencies (keys) that hold, ordered
 */
public record Held(DerivedState state, List<RootCause> rootCauses, List<String> waitsFor) {}
