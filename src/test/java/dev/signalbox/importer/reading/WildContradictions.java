package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.importer.merge.Draft;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys about which a first import of the document would report a contradiction. */
final class WildContradictions {

  private WildContradictions() {}

  static Set<String> of(WildFacts facts) {
    PlanSnapshot nothing =
        new PlanSnapshot(new ProjectKey("wild"), 1, List.of(), List.of(), List.of());
    SubmittedDocument submitted = new SubmittedDocument(facts.document(), facts.bytes(), null);
    return Draft.of(submitted, nothing, sprint -> null).contradictions().stream()
        .map(Contradiction::task)
        .collect(Collectors.toSet());
  }
}
