/** Gates over HTTP: parse, one call of the gatekeeper, and its answer in the words of HTTP. */
@NullMarked
package dev.signalbox.gate.web;

import org.jspecify.annotations.NullMarked;
