/**
 * The pages. Reads through the facades and commands through the same facades as the API; owns no
 * rule and no table.
 */
@ApplicationModule(
    allowedDependencies = {
      "wire",
      "timeline",
      "access",
      "plan",
      "graph",
      "simulation",
      "progress",
      "notify",
      "importer",
      "validation",
      "webhook",
      "gate",
      "report"
    })
@NullMarked
package dev.signalbox.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
