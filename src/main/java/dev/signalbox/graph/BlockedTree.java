package dev.signalbox.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who blocks whom, for a whole plan or one sprint: what teams otherwise keep by hand.
 *
 * @param sprint key, or null for the whole plan
 * @param counts tasks by derived state; every state is a key
 * @param rootCauses ranked; as many as have a tree
 * @param moreCauses how many root causes are left out
 * @param trees one for each root cause, in the same order
 */
public record BlockedTree(
    String project,
    @Nullable String sprint,
    String title,
    long planVersion,
    Map<DerivedState, Integer> counts,
    Parties parties,
    List<RankedCause> rootCauses,
    int moreCauses,
    List<HeldTree> trees) {

  /** Root causes with a tree. */
  public static final int MAX_CAUSES = 200;
}
