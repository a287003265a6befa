/** Canonical JSON, digests over it, and what differs between two digested documents. */
@NullMarked
package dev.signalbox.gate.digest;

import org.jspecify.annotations.NullMarked;
