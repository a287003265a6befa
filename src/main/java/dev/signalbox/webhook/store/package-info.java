/** Reads and writes of sources and deliveries outside of the hot path. */
@NullMarked
package dev.signalbox.webhook.store;

import org.jspecify.annotations.NullMarked;
