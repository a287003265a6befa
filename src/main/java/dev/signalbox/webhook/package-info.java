/**
 * Sources, their secrets, and deliveries: bounded, verified on raw bytes, stored, answered, then
 * applied. Knows signatures and dialects, never what a result means for a gate.
 */
@ApplicationModule(
    allowedDependencies = {"wire", "timeline", "access", "plan", "validation", "report"})
@NullMarked
package dev.signalbox.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
