package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import java.util.List;

/**
 * A field that the plan holds otherwise than the document, and the ways to say it there, the best
 * first.
 *
 * @param refusal why there is no way, or what to say if none of them reads as it should
 */
record Difference(
    String task,
    Field field,
    Said before,
    Said after,
    Place place,
    List<List<Patch>> ways,
    String refusal) {}
