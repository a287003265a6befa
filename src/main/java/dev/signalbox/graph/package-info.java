/**
 * Pure computation over an immutable snapshot of a plan: cycles, derived states, root causes, what
 * they hold, ready list, critical path. The one readiness function of the house; owns no tables.
 */
@ApplicationModule(allowedDependencies = {"plan", "wire", "access"})
@NullMarked
package dev.signalbox.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
