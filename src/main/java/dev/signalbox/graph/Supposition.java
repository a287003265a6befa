package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.BitSet;

/** A plan as one change would have it; good only for as long as {@link WhatIf#suppose} lasts. */
public interface Supposition {

  /** What is other than in the graph. */
  Difference difference();

  /** Places of all tasks that may be declared or held in another way, and maybe of some more. */
  BitSet others();

  /** A task by its place, as it is declared then. */
  Task task(int at);

  /** Only the state of {@link #held}; takes constant time. */
  DerivedState state(int at);

  /** How a task stands then, by its place; the same as the whole graph would say. */
  Held held(int at);
}
