/**
 * From blocks to a plan as the document tells it: dialects, key shorthands, states, owners,
 * blockers in prose, claims of the log. Pure: no database, no clock, no exceptions for bad input.
 */
@NullMarked
package dev.signalbox.importer.reading;

import org.jspecify.annotations.NullMarked;
