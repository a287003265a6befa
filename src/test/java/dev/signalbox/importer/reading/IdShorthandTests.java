package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdShorthandTests {

  private static List<String> keys(String shorthand) {
    return IdShorthand.expand(shorthand).keys();
  }

  @Test
  void leavesAWholeKeyAsItIs() {
    assertThat(keys("DEVOPS-OBS-51-001")).containsExactly("DEVOPS-OBS-51-001");
    assertThat(keys("A")).containsExactly("A");
    assertThat(keys("")).containsExactly("");
  }

  @Test
  void replacesTheLastNumber() {
    assertThat(keys("DEVOPS-OAS-61-001/002"))
        .containsExactly("DEVOPS-OAS-61-001", "DEVOPS-OAS-61-002");
    assertThat(keys("SCAN-DETER-186-009/010"))
        .containsExactly("SCAN-DETER-186-009", "SCAN-DETER-186-010");
    assertThat(keys("DEVOPS-GRAPH-24-002/003"))
        .containsExactly("DEVOPS-GRAPH-24-002", "DEVOPS-GRAPH-24-003");
  }

  @Test
  void replacesAsManyNumbersAsAreGiven() {
    assertThat(keys("DEVOPS-EXPORT-36-001/37-001"))
        .containsExactly("DEVOPS-EXPORT-36-001", "DEVOPS-EXPORT-37-001");
    assertThat(keys("DEVOPS-EXPORT-36-001/37-001/002"))
        .containsExactly("DEVOPS-EXPORT-36-001", "DEVOPS-EXPORT-37-001", "DEVOPS-EXPORT-37-002");
  }

  @Test
  void takesAHyphenBeforeTheAlternative() {
    assertThat(keys("DEVOPS-LEDGER-PACKS-42-001/-002"))
        .containsExactly("DEVOPS-LEDGER-PACKS-42-001", "DEVOPS-LEDGER-PACKS-42-002");
  }

  @Test
  void expandsKeysWithoutTheirEnd() {
    assertThat(keys("DEVOPS-LEDGER-OAS-61/62/63"))
        .containsExactly("DEVOPS-LEDGER-OAS-61", "DEVOPS-LEDGER-OAS-62", "DEVOPS-LEDGER-OAS-63");
  }

  @Test
  void keepsOrReplacesASuffix() {
    assertThat(keys("LEDGER-61-001-REL/002"))
        .containsExactly("LEDGER-61-001-REL", "LEDGER-61-002-REL");
    assertThat(keys("LEDGER-61-001/002-REL")).containsExactly("LEDGER-61-001", "LEDGER-61-002-REL");
    assertThat(keys("LEDGER-61-001-REL/002-DEV"))
        .containsExactly("LEDGER-61-001-REL", "LEDGER-61-002-DEV");
  }

  @Test
  void takesWholeKeysAsAlternatives() {
    assertThat(keys("DEVOPS-OAS-61-001/DEVOPS-OBS-51-001/002"))
        .containsExactly("DEVOPS-OAS-61-001", "DEVOPS-OBS-51-001", "DEVOPS-OBS-51-002");
  }

  @Test
  void stopsWhereAnAlternativeMakesNoSense() {
    IdShorthand.Expansion expansion = IdShorthand.expand("DEVOPS-OAS-61-001/EXAMPLES/002");
    assertThat(expansion.keys()).containsExactly("DEVOPS-OAS-61-001");
    assertThat(expansion.length()).isEqualTo("DEVOPS-OAS-61-001".length());
    assertThat(keys("ABC-1/2-3")).containsExactly("ABC-1");
    assertThat(keys("ABC/1")).containsExactly("ABC");
    assertThat(keys("ABC-1//2")).containsExactly("ABC-1");
  }

  @Test
  void takesNumbersWithALetter() {
    assertThat(keys("ABC-12-3a/3b")).containsExactly("ABC-12-3a", "ABC-12-3b");
  }

  @Test
  void staysBoundedOnAnEndlessShorthand() {
    assertThat(keys("ABC-1" + "/2".repeat(100_000))).hasSizeLessThan(60);
  }
}
