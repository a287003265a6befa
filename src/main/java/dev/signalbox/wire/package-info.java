/**
 * How Signalbox speaks over HTTP: problem details, entity tags, pages, idempotent POSTs, request
 * ids. Owns the idempotency records; knows nothing of the domain and never decides.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.signalbox.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
