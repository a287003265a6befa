package dev.signalbox.graph;

import java.util.List;

/**
 * Why a task is where it is, as a tree.
 *
 * @param key of the task or external, or the id of the blocker
 * @param what such as {@code BLOCKED}, {@code WAITING}, {@code external item}, {@code cycle}
 * @param reason one sentence
 * @param because what it waits for, each explained in turn; a subtree shown before is not repeated
 * @param seenBefore whether this node's subtree stands elsewhere in the tree
 */
public record Explanation(
    String key, String what, String reason, List<Explanation> because, boolean seenBefore) {}
