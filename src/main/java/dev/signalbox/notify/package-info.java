/**
 * Tells people that their work is unblocked: once for each time that a held task becomes ready.
 * Remembers which tasks were held; what held means is the graph's answer.
 */
@ApplicationModule(
    allowedDependencies = {"wire", "timeline", "access", "plan", "graph", "validation"})
@NullMarked
package dev.signalbox.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
