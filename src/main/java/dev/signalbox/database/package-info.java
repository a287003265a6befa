/**
 * A real PostgreSQL inside, for machines where none is configured: durable, password-protected,
 * loopback only. Never used when a datasource URL is set.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.signalbox.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
