/** Places a small graph in layers; knows nodes and edges as numbers and nothing of plans. */
@NullMarked
package dev.signalbox.graph.picture;

import org.jspecify.annotations.NullMarked;
