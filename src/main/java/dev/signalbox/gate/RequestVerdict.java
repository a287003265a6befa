package dev.signalbox.gate;

import dev.signalbox.timeline.Actor;

/** What became of a request for a decision. */
public sealed interface RequestVerdict {

  /** It is open; {@code renewed} if the same caller had asked before. */
  record Requested(GateView gate, boolean renewed) implements RequestVerdict {}

  /** Somebody else's request is open; it is answered or withdrawn first. */
  record AlreadyRequested(Actor requester) implements RequestVerdict {}
}
