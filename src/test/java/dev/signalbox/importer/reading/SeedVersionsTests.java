package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.SeedVersions.Version;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated versions say what their history claims. */
class SeedVersionsTests {

  private static Map<String, TaskState> read(Version version) {
    Map<String, TaskState> states = new HashMap<>();
    PlanReader.withAllDialects()
        .read(Document.of(version.bytes()), null)
        .plan()
        .tasks()
        .forEach(task -> states.put(task.key().value().value(), task.state().value()));
    return states;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void readsTheVersionsInTheSeedsDialect(int number) {
    Version version = SeedVersions.all().get(number - 1);
    assertThat(version.text()).doesNotContain("\n");
    assertThat(read(version)).isEqualTo(version.states());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsTheVersionInAnotherHandByItsShorterKeys(boolean bare) {
    Version fourth = (bare ? SeedVersions.withBareKeys() : SeedVersions.all()).get(3);
    Map<String, TaskState> expected = new HashMap<>();
    fourth.states().forEach((key, state) -> expected.put(SeedTable.shorter(key, bare), state));
    assertThat(expected).hasSize(26);
    assertThat(read(fourth)).isEqualTo(expected);
  }

  @Test
  void tellsTheHistory() {
    List<Version> all = SeedVersions.all();
    assertThat(all).extracting(v -> v.states().size()).containsExactly(25, 27, 26, 26, 27);
    assertThat(all).extracting(v -> v.added().size()).containsExactly(25, 2, 0, 0, 0);
    assertThat(all).extracting(v -> v.moved().size()).containsExactly(0, 2, 2, 2, 1);
    assertThat(all.get(2).gone()).containsExactly(SeedVersions.VANISHED);
    assertThat(all.get(4).back()).containsExactly(SeedVersions.VANISHED);
    assertThat(all).extracting(Version::gone).filteredOn(Set::isEmpty).hasSize(4);
    assertThat(all.get(3).reworded()).isEqualTo(all.get(3).states().keySet());
  }
}
