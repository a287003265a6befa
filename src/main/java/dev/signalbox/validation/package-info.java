/**
 * Jobs, runs, attempts, dispatch, deadlines and results. Owns the run state machine; never decides
 * a gate.
 */
@ApplicationModule(allowedDependencies = {"wire", "timeline", "access", "plan", "graph", "report"})
@NullMarked
package dev.signalbox.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
