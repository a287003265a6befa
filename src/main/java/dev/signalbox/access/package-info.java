/**
 * Who you are and what you may: accounts, roles per project, API tokens, the filter chains and the
 * default deny. Never knows what a task or a gate is.
 */
@ApplicationModule(allowedDependencies = {"wire", "timeline"})
@NullMarked
package dev.signalbox.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
