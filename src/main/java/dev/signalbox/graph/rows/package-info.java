/** Passes over plain int arrays: they know nodes and edges and nothing of plans. */
@NullMarked
package dev.signalbox.graph.rows;

import org.jspecify.annotations.NullMarked;
