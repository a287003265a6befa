/**
 * Result formats to one model of facts. Pure: no tables, no network, no file access; a report that
 * cannot be trusted is a named defect, never a pass.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.signalbox.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
