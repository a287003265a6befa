package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Span;

/**
 * A block that is a task.
 *
 * @param block its index
 * @param region all that belongs to it: up to the block of index {@code end}, which does not
 */
record Candidate(
    Carrier carrier,
    int block,
    int end,
    TaskLine line,
    Outline.Context context,
    Fields fields,
    Span region) {}
