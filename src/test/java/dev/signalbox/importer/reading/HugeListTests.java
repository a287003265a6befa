package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A cell with very many members is refused as too long, and soon. */
class HugeListTests {

  private static final int MANY = 60_000;
  private static final Duration SOON = Duration.ofSeconds(4);

  private static List<OddityCode> read(String owners, String dependsOn) {
    String text =
        "# Board\n\n| ID | State | Description | Owners | Depends on |\n|---|---|---|---|---|\n"
            + "| T-1 | TODO | Paint. | %s | %s |\n".formatted(owners, dependsOn);
    return Assertions.assertTimeoutPreemptively(
            SOON, () -> PlanReader.withAllDialects().read(Document.ofText(text), "markdown-table"))
        .plan()
        .oddities()
        .stream()
        .map(Oddity::code)
        .toList();
  }

  private static String list(String stem) {
    return IntStream.range(0, MANY).mapToObj(i -> stem + i).collect(Collectors.joining(", "));
  }

  @Test
  void takesTheFirstOfVeryManyOwnersAndSaysSo() {
    assertThat(read(list("Guild"), "-")).contains(OddityCode.TOO_LONG);
  }

  @Test
  void takesTheFirstOfVeryManyDependenciesAndSaysSo() {
    assertThat(read("Yard", list("AB-"))).contains(OddityCode.TOO_LONG);
  }
}
