package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.BitSet;

/** A supposition of which only a whole graph knows. */
final class Rebuilt implements Supposition {

  private final PlanGraph now;
  private final PlanGraph then;

  Rebuilt(PlanGraph now, PlanGraph then) {
    this.now = now;
    this.then = then;
  }

  @Override
  public Difference difference() {
    return Difference.between(now, then);
  }

  @Override
  public BitSet others() {
    var all = new BitSet();
    all.set(0, then.snapshot().tasks().size());
    return all;
  }

  @Override
  public Task task(int at) {
    return then.snapshot().tasks().get(at);
  }

  @Override
  public DerivedState state(int at) {
    return then.verdicts().state(at);
  }

  @Override
  public Held held(int at) {
    return then.verdicts().derived(at).held();
  }
}
