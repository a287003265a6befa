/**
 * What would be if: patches on a copy of the plan, and what they would change in readiness, root
 * causes, critical path and gates. Writes nothing; decides nothing itself, it asks the graph and
 * the gates.
 */
@ApplicationModule(allowedDependencies = {"wire", "access", "plan", "graph", "gate"})
@NullMarked
package dev.signalbox.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
