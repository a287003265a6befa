/**
 * What a document changes: the merge of the last document, this one and what people did in between;
 * contradictions; and the applied documents that the next merge starts from.
 */
@NullMarked
package dev.signalbox.importer.merge;

import org.jspecify.annotations.NullMarked;
