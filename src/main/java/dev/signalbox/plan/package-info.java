/**
 * Projects, sprints, tasks, owners, dependencies, external items, blockers, execution log,
 * decisions and risks. Stores what people declared; never derives readiness (the graph does).
 */
@ApplicationModule(allowedDependencies = {"wire", "timeline", "access"})
@NullMarked
package dev.signalbox.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
