/**
 * How a plan went: two dates compared, burndown and cumulative flow, and for how long tasks were
 * blocked by what. Computed from the plan's history at each read; owns no tables and never decides
 * what is blocked (the graph does).
 */
@ApplicationModule(allowedDependencies = {"wire", "access", "plan", "graph"})
@NullMarked
package dev.signalbox.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
