/** Writes what the graph found in formats for people and tools; computes nothing. */
@NullMarked
package dev.signalbox.graph.text;

import org.jspecify.annotations.NullMarked;
