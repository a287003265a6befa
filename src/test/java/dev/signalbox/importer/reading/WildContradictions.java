package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.importer.merge.Drafts;
import dev.signalbox.importer.merge.Past;
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
    Submission submission = Submission.of(new PlanFile(facts.document(), facts.bytes()));
    return Drafts.of(submission, nothing, Past.none()).stream()
        .flatMap(draft -> draft.contradictions().stream())
        .map(Contradiction::task)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }
}
