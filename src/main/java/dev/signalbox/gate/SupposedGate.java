package dev.signalbox.gate;

import java.util.List;

/** How a gate would stand if the plan were another one; nobody decided anything. */
public record SupposedGate(
    String gate, GateVerdict verdict, List<RequirementVerdict> requirements) {}
