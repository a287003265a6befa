/**
 * Gates, requirements, decisions and approvals. Unknown means closed; a decision is an immutable
 * record bound to a digest of all its inputs.
 */
@ApplicationModule(
    allowedDependencies = {"wire", "timeline", "access", "plan", "graph", "validation", "report"})
@NullMarked
package dev.signalbox.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
