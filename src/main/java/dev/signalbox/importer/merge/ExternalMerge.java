package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The external items of a document merged three ways. Their words are mostly the reader's own, so
 * nobody is asked: what people changed stays, and the rest follows the document. Pure.
 */
final class ExternalMerge {

  private ExternalMerge() {}

  /** What goes to the plan, in the document's order. */
  static List<ExternalText> of(@Nullable PlanEdit base, PlanEdit document, PlanSnapshot now) {
    Map<String, ExternalText> before = new HashMap<>();
    if (base != null) {
      base.externals().forEach(external -> before.put(external.key(), external));
    }
    Map<String, PlanSnapshot.External> here = new HashMap<>();
    now.externals().forEach(external -> here.put(external.key(), external));
    return document.externals().stream()
        .map(said -> merged(before.get(said.key()), said, here.get(Wording.clean(said.key()))))
        .toList();
  }

  private static ExternalText merged(
      @Nullable ExternalText base, ExternalText document, PlanSnapshot.@Nullable External here) {
    if (here == null) {
      return document;
    }
    ExternalText held = new ExternalText(here.key(), here.kind(), here.text(), here.owner());
    if (base == null) {
      return new ExternalText(held.key(), held.kind(), held.text(), owner(held, document));
    }
    boolean untouched = Objects.equals(held.owner(), base.owner());
    return new ExternalText(
        held.key(),
        pick(base, document, held, ExternalText::kind),
        pick(base, document, held, ExternalText::text),
        untouched ? owner(document, held) : held.owner());
  }

  /** The owner of the first, or of the second where the first is silent. */
  private static @Nullable String owner(ExternalText first, ExternalText second) {
    return first.owner() == null ? second.owner() : first.owner();
  }

  private static <T> T pick(
      ExternalText base,
      ExternalText document,
      ExternalText here,
      Function<ExternalText, T> field) {
    boolean untouched = field.apply(here).equals(field.apply(base));
    return field.apply(untouched ? document : here);
  }
}
