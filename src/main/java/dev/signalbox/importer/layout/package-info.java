/**
 * From bytes to blocks: what is a heading, a table row, a bullet, and where exactly it stands.
 * Knows nothing of plans, keeps every character accounted for.
 */
@NullMarked
package dev.signalbox.importer.layout;

import org.jspecify.annotations.NullMarked;
