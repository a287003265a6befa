package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.ImportReport.Elsewhere;
import org.junit.jupiter.api.Test;

class WhichSprintTests {

  private static final String BOARD =
      Yard.table(
          "# Board of the yard",
          "OPS-1 | DONE | Paint the signal. | Ann",
          "OPS-2 | TODO | Oil the points. | Bo",
          "OPS-3 | TODO | Count the wagons. | Bo");

  private final Yard yard = new Yard();

  @Test
  void takesTheNextVersionUnderAnotherTitleAndFileName() {
    String home = yard.apply("old1.md", BOARD).sprint();
    Draft next =
        yard.draft(
            "old2.md",
            Yard.table(
                "# What is left to do",
                "OPS-2 | DONE | Oil the points. | Bo",
                "OPS-3 | TODO | Count the wagons. | Bo",
                "OPS-4 | TODO | Ring the bell. | Cy"));
    assertThat(next.sprint()).isEqualTo(home);
    assertThat(next.edit().absent()).extracting(Object::toString).containsExactly("OPS-1");
  }

  @Test
  void keepsADocumentOfFewOfTheTasksApart() {
    String home = yard.apply("old1.md", BOARD).sprint();
    Draft other =
        yard.draft(
            "other.md",
            Yard.table(
                "# Another yard",
                "OPS-1 | DONE | Paint the signal. | Ann",
                "NEW-1 | TODO | Dig. | Di",
                "NEW-2 | TODO | Fill. | Di"));
    assertThat(other.sprint()).isNotEqualTo(home);
    assertThat(other.keys().elsewhere()).extracting(Elsewhere::task).containsExactly("OPS-1");
    assertThat(other.edit().tasks()).hasSize(2);
  }

  @Test
  void goesWhereItIsAskedToGo() {
    assertThat(yard.draft("a.md", BOARD, "Night", Consent.NONE).sprint()).isEqualTo("Night");
  }

  @Test
  void knowsAFullPathAgainWhateverItHolds() {
    String home = yard.apply("docs/board.md", BOARD).sprint();
    String text = Yard.table("# Fresh start", "NEW-1 | TODO | Dig. | Di");
    assertThat(yard.draft("docs/board.md", text).sprint()).isEqualTo(home);
    assertThat(yard.draft("docs/else.md", text).sprint()).isNotEqualTo(home);
  }

  @Test
  void doesNotTakeRowNumbersOfTwoDocumentsForTheSameTasks() {
    String one =
        Yard.table("# North", "1 | TODO | Lay the track. | Ann", "2 | TODO | Ballast. | Bo");
    String two = Yard.table("# South", "1 | DONE | Sell tickets. | Cy", "2 | TODO | Sweep. | Di");
    yard.apply("plan.md", one);
    Draft south = yard.apply("plan.md", two);
    assertThat(south.sprint()).isEqualTo("South");
    assertThat(south.renamed()).containsEntry("1", "South:1").containsEntry("2", "South:2");
    assertThat(yard.plan.tasks()).hasSize(4);
    assertThat(yard.draft("plan.md", two).changesNothing()).isTrue();
    Draft later = yard.draft("plan.md", two.replace("Sweep.", "Sweep well."));
    assertThat(later.edit().absent()).isEmpty();
    assertThat(later.merge().tasks()).noneMatch(TaskMerge.Merged::isNew);
  }

  @Test
  void tellsTwoTasksOfOneKeyApartByTheirTexts() {
    yard.apply("a.md", Yard.table("# Sprint 1 - A", "T-001 | TODO | Lay new track north. | Ann"));
    Draft other =
        yard.draft("b.md", Yard.table("# Sprint 2 - B", "T-001 | TODO | Sell cheap tickets. | Cy"));
    assertThat(other.renamed()).containsEntry("T-001", "2:T-001");
    assertThat(other.oddities())
        .anyMatch(odd -> odd.words().contains("is another task in sprint 1"));
  }
}
