/** Signature schemes over raw bytes. Pure: no clock, no store, no framework. */
@NullMarked
package dev.signalbox.webhook.signature;

import org.jspecify.annotations.NullMarked;
