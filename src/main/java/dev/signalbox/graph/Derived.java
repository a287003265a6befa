package dev.signalbox.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the one readiness function for one task.
 *
 * @param rootCauses all of them, ordered by id; empty unless {@link DerivedState#BLOCKED}
 * @param waitsFor direct dependencies (keys) that still hold, ordered
 * @param contradiction in words where the declared state disagrees with the derived one, else null
 * @param depth longest chain of open dependencies below this task, in edges
 */
public record Derived(
    String key,
    DerivedState state,
    List<RootCause> rootCauses,
    List<String> waitsFor,
    @Nullable String contradiction,
    int depth) {

  /** In so far as something holds it. */
  public Held held() {
    return new Held(state, rootCauses, waitsFor);
  }
}
