/**
 * Plan documents in: dialects, dry run, contradictions, apply. An edge of the house: it calls the
 * plan and nothing depends on it.
 */
@ApplicationModule(allowedDependencies = {"plan", "graph", "wire", "timeline", "access"})
@NullMarked
package dev.signalbox.importer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
