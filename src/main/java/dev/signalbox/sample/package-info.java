/**
 * The sample project that an empty embedded database starts with, so that the first page shows
 * something real. Uses the same verbs as everyone.
 */
@ApplicationModule(
    allowedDependencies = {
      "timeline",
      "access",
      "plan",
      "importer",
      "validation",
      "webhook",
      "gate",
      "database",
      "wire"
    })
@NullMarked
package dev.signalbox.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
