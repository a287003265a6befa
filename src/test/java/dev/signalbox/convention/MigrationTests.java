package dev.signalbox.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names, owners and immutability of the migrations, read from the files. */
class MigrationTests {

  private static final Path LANDED = Path.of("db", "landed.sha256");
  private static final Path MODULES = Path.of("src", "main", "java", "dev", "signalbox");
  private static final Pattern SHOUTED =
      Pattern.compile("(?m)^\\s*(CREATE|ALTER|INSERT|UPDATE|SELECT)\\b");

  @Test
  void areNamedByNumberOwnerVerbAndThing() throws IOException {
    assertThat(Migrations.files())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.getFileName().toString()).matches(Migrations.NAME))
        .allSatisfy(file -> assertThat(MODULES.resolve(Migrations.owner(file))).isDirectory());
  }

  @Test
  void haveNumbersOfTheirOwnWithinTheRangeOfTheirModule() throws IOException {
    var tens = Migrations.tens();
    assertThat(Migrations.files())
        .extracting(file -> file.getFileName().toString().substring(1, 5))
        .doesNotHaveDuplicates();
    assertThat(Migrations.files())
        .allSatisfy(
            file ->
                assertThat(tens.get(Migrations.owner(file)))
                    .anyMatch(file.getFileName().toString()::startsWith));
  }

  @Test
  void createOnlyTablesThatTheReadmeGivesToTheirModule() throws IOException {
    var owners = Migrations.owners();
    for (var file : Migrations.files()) {
      for (var table : Migrations.tablesCreatedBy(file)) {
        assertThat(owners)
            .as("db/README.md on the table of %s", file.getFileName())
            .containsEntry(table, Migrations.owner(file));
      }
    }
  }

  @Test
  void areWrittenInLowerCase() throws IOException {
    for (var file : Migrations.files()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(SHOUTED);
    }
  }

  /** A line a landed file, as {@code sha256sum} writes it: add one for each new migration. */
  @Test
  void areNeverEditedOnceTheyLanded() throws Exception {
    var lines = new StringBuilder();
    for (var file : Migrations.files()) {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      lines.append("%s  %s\n".formatted(HexFormat.of().formatHex(digest), file.getFileName()));
    }
    assertThat(LANDED)
        .as("(cd db/migration && sha256sum V*.sql > ../landed.sha256), for new files only")
        .hasContent(lines.toString());
  }
}
