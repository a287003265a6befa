package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanEdit.SprintText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sprint's own lines merged three ways. Pure. */
final class SprintMerge {

  private SprintMerge() {}

  /**
   * The lines as the plan shall hold them.
   *
   * @param base what the last document said, or null
   * @param here what the plan holds, or null if the sprint is new
   */
  static SprintText of(
      @Nullable SprintText base, SprintText document, @Nullable SprintText here, Fields fields) {
    if (here == null) {
      return document;
    }
    List<String> before = base == null ? List.of() : base.dependsOn();
    List<String> sent =
        Fields.sent(before, document.dependsOn(), here.dependsOn(), Function.identity());
    List<String> dependsOn = Fields.whole(sent, before, here.dependsOn(), Function.identity());
    SprintText merged =
        new SprintText(
            here.key(),
            line("title", base, document, here, SprintText::title, fields),
            line("section", base, document, here, SprintText::section, fields),
            line("summary", base, document, here, SprintText::summary, fields),
            dependsOn);
    fields.compare("dependencies", here.dependsOn(), dependsOn);
    return merged;
  }

  /** People's line stays where no document was before this one. */
  private static String line(
      String field,
      @Nullable SprintText base,
      SprintText document,
      SprintText here,
      Function<SprintText, String> line,
      Fields fields) {
    String old = base == null ? line.apply(here) : line.apply(base);
    boolean keep = base == null && !line.apply(here).isEmpty();
    String said = keep ? line.apply(here) : line.apply(document);
    return fields.pick(field, old, said, line.apply(here), words -> words);
  }
}
