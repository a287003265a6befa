/** Simulations over HTTP. */
@NullMarked
package dev.signalbox.simulation.web;

import org.jspecify.annotations.NullMarked;
