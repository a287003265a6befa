/** Acting on stored deliveries: what the bytes mean in their dialect, and handing that on. */
@NullMarked
package dev.signalbox.webhook.apply;

import org.jspecify.annotations.NullMarked;
