/** The graph over HTTP. */
@NullMarked
package dev.signalbox.graph.web;

import org.jspecify.annotations.NullMarked;
