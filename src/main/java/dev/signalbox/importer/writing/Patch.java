package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Span;

/**
 * Some characters of a file and what stands there instead.
 *
 * @param path of the file; empty where it has none
 */
record Patch(String path, Span span, String with) {}
