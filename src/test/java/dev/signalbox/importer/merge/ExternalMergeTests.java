package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExternalMergeTests {

  private static final ExternalText LAMP = external("Awaited", null);

  private static ExternalText external(String text, @Nullable String owner) {
    return new ExternalText("lamp", ExternalKind.ARTEFACT, text, owner);
  }

  private static PlanEdit document(ExternalText external) {
    SprintText sprint = new SprintText("7", "", "", "", List.of());
    return new PlanEdit(sprint, List.of(), List.of(external), List.of(), List.of());
  }

  private static ExternalText merged(
      @Nullable ExternalText base, ExternalText document, @Nullable ExternalText here) {
    List<PlanSnapshot.External> externals =
        here == null
            ? List.of()
            : List.of(
                new PlanSnapshot.External(
                    here.key(), here.kind(), here.text(), here.owner(), null, false));
    PlanSnapshot now = new PlanSnapshot(new ProjectKey("yard"), 1, List.of(), List.of(), externals);
    PlanEdit before = base == null ? null : document(base);
    return ExternalMerge.of(before, document(document), now).getFirst();
  }

  @Test
  void bringsANewItemAsTheDocumentSaysIt() {
    assertThat(merged(null, LAMP, null)).isEqualTo(LAMP);
  }

  @Test
  void leavesAnItemThatWasHereBeforeTheDocumentButLearnsItsOwner() {
    ExternalText here = new ExternalText("lamp", ExternalKind.OTHER, "A lamp.", null);
    assertThat(merged(null, external("Awaited", "Lampers"), here))
        .isEqualTo(new ExternalText("lamp", ExternalKind.OTHER, "A lamp.", "Lampers"));
    ExternalText owned = external("A lamp.", "Ann");
    assertThat(merged(null, external("Awaited", "Lampers"), owned)).isEqualTo(owned);
  }

  @Test
  void followsTheDocumentWhereNobodyTouchedTheItem() {
    ExternalText next = external("Needed", "Lampers");
    assertThat(merged(LAMP, next, LAMP)).isEqualTo(next);
  }

  @Test
  void keepsWhatPeopleWrote() {
    ExternalText here = new ExternalText("lamp", ExternalKind.OTHER, "A lamp.", "Ann");
    assertThat(merged(LAMP, LAMP, here)).isEqualTo(here);
    assertThat(merged(LAMP, external("Needed", null), here)).isEqualTo(here);
  }

  @Test
  void keepsAnOwnerOfWhomTheDocumentSaysNoMore() {
    ExternalText owned = external("Awaited", "Lampers");
    assertThat(merged(owned, LAMP, owned)).isEqualTo(owned);
  }
}
