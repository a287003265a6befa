package dev.signalbox.graph;

import java.util.List;

/**
 * A root cause with what it holds, for "what to free first".
 *
 * @param holds how many open tasks it holds, directly or not
 * @param holdsSolely how many of them no other root cause holds
 * @param onCriticalPath how many steps of the critical path it holds
 * @param freesNow tasks that become READY at once if only this cause goes away
 */
public record RankedCause(
    RootCause cause, int holds, int holdsSolely, int onCriticalPath, List<String> freesNow) {}
