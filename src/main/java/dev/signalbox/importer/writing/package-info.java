/**
 * Plans back into documents: the same document with only what changed replaced, each replacement
 * held against what a reader makes of it; and sprints that were born here in the seed's dialect.
 * Pure: no database, no clock.
 */
@NullMarked
package dev.signalbox.importer.writing;

import org.jspecify.annotations.NullMarked;
