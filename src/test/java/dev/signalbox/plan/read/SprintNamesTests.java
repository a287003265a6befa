package dev.signalbox.plan.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.read.SprintNames.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SprintNamesTests {

  private static final Named BY_SECTION = sprint("x", "", "[Ops & Offline] 190.B) Ops Devops.II");

  @Test
  void findsASprintByWhatStandsBehindTheGroupOfItsSection() {
    assertThat(meant("Sprint 190.B - Ops Devops.II", BY_SECTION)).isEqualTo("x");
    assertThat(meant("sprint 190.b – ops devops.ii", BY_SECTION)).isEqualTo("x");
  }

  @Test
  void findsASprintByItsNumberInKeyTitleOrSection() {
    String name = "Sprint 190.B - Ops Devops.II";
    assertThat(meant(name, sprint("190.B", "Other words", ""))).isEqualTo("190.B");
    assertThat(meant(name, sprint("SPRINT_0190_B", "", ""))).isEqualTo("SPRINT_0190_B");
    assertThat(meant(name, sprint("k", "190B Other words", ""))).isEqualTo("k");
    assertThat(meant("505", sprint("k", "Sprint 505: Yard", ""))).isEqualTo("k");
    assertThat(meant("505-yard", sprint("505", "", ""))).isEqualTo("505");
  }

  @Test
  void findsASprintByItsTitle() {
    assertThat(meant("Ops: Devops (II)", sprint("k", "Ops Devops II", ""))).isEqualTo("k");
  }

  @Test
  void meansNoSprintWhereTheNameFitsTwo() {
    assertThat(meant("Ops", sprint("1", "Ops", ""), sprint("2", "Ops", ""))).isNull();
    assertThat(meant("190.B", sprint("1", "190.B One", ""), sprint("2", "190.B Two", ""))).isNull();
  }

  @Test
  void prefersTheWholeNameToTheNumber() {
    Named one = sprint("a", "190.B One", "");
    Named two = sprint("b", "190.B Two", "");
    assertThat(meant("Sprint 190.B - Two", one, two)).isEqualTo("b");
  }

  @Test
  void takesNeitherDatesNorLongerIdsNorOtherLettersForTheNumber() {
    assertThat(meant("2025-11-24", sprint("2025", "", ""))).isNull();
    assertThat(meant("190.A", sprint("190.B", "", ""))).isNull();
    assertThat(meant("190", sprint("190.B", "", ""))).isNull();
    assertThat(meant("1900", sprint("190", "", ""))).isNull();
    assertThat(meant("505.2", sprint("505", "", ""))).isNull();
  }

  @Test
  void neverMeansTheSprintItselfAndKeepsWaivers() {
    Named own = new Named("190.B", "", "", false, List.of("Sprint 190.B", "504"));
    var edges = SprintNames.resolve(List.of(own), Map.of("190.B", Set.of("504"))).getFirst();
    assertThat(edges.dependsOn().getFirst().sprint()).isNull();
    assertThat(edges.dependsOn().getFirst().waived()).isFalse();
    assertThat(edges.dependsOn().getLast().waived()).isTrue();
  }

  private static Named sprint(String key, String title, String section) {
    return new Named(key, title, section, false, List.of());
  }

  private static @Nullable String meant(String name, Named... sprints) {
    List<Named> all = new ArrayList<>(List.of(sprints));
    all.add(new Named("later", "", "", false, List.of(name)));
    return SprintNames.resolve(all, Map.of()).getLast().dependsOn().getFirst().sprint();
  }
}
