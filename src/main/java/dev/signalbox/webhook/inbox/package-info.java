/** Taking deliveries in: known sources, bounded bodies, one durable row each, then the answer. */
@NullMarked
package dev.signalbox.webhook.inbox;

import org.jspecify.annotations.NullMarked;
