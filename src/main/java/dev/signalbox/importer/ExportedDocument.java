package dev.signalbox.importer;

import dev.signalbox.importer.writing.Written.Change;
import dev.signalbox.importer.writing.Written.Unwritten;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sprint as a document: the one it came from with the plan's changes in it, or a sprint document.
 *
 * @param documentId of the applied document it was written back into; null for one written anew
 * @param format {@code as-imported} or {@code sprint-document}
 * @param file name and bytes of what is handed out; an archive if several files belong together
 * @param changes fields that differ from the document that came in
 * @param unwritten what the plan says and the document cannot
 * @param planVersion that it says
 */
public record ExportedDocument(
    @Nullable Long documentId,
    String format,
    PlanFile file,
    List<Change> changes,
    List<Unwritten> unwritten,
    long planVersion) {}
