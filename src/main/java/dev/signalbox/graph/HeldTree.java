package dev.signalbox.graph;

import java.util.List;

/**
 * What a root cause holds, as a tree that grows from the cause to what waits for it.
 *
 * @param key as in {@link GraphView.Node}
 * @param cut whether more waits for it than is shown here
 * @param seenBefore whether what waits for it stands elsewhere in the trees
 */
public record HeldTree(
    String key,
    String kind,
    String state,
    String text,
    List<HeldTree> holds,
    boolean cut,
    boolean seenBefore) {}
