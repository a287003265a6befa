/**
 * The append-only history of who did what, and its live stream. Everyone reports to it; it knows no
 * one and never changes what it was told.
 */
@ApplicationModule(allowedDependencies = {"wire"})
@NullMarked
package dev.signalbox.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
