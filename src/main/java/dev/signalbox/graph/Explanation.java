package dev.signalbox.graph;

import java.util.List;

/**
 * Why a task or a sprint is where it is, as a tree.
 *
 * @param key of the task or external, or the id of the blocker or sprint
 * @param what such as {@code BLOCKED}, {@code WAITING}, {@code external item}, {@code cycle}
 * @param reason one sentence
 * @param because what it waits for, each explained in turn, and then what it waits for no more; a
 *     subtree shown before is not repeated
 * @param seenBefore whether this node's subtree stands elsewhere in the tree
 * @param satisfied whether what stands above waits for this no more
 */
public record Explanation(
    String key,
    String what,
    String reason,
    List<Explanation> because,
    boolean seenBefore,
    boolean satisfied) {

  static Explanation satisfied(String key, String what, String reason) {
    return new Explanation(key, what, reason, List.of(), false, true);
  }
}
