package dev.signalbox.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.access.AccessSettings;
import dev.signalbox.access.SecretBox;
import dev.signalbox.timeline.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class MasterKeyTests {

  private static final byte[] SECRET = {4, 2};

  private final Random random = new Random(7);
  private final Ids ids =
      new Ids() {
        @Override
        public UUID uuid() {
          return new UUID(random.nextLong(), random.nextLong());
        }

        @Override
        public byte[] secret(int bytes) {
          byte[] secret = new byte[bytes];
          random.nextBytes(secret);
          return secret;
        }
      };

  @TempDir Path directory;

  @Test
  void makesAKeyFileForItsOwnerOnlyAndReadsItAgain() throws IOException {
    byte[] sealed = box(null, embedded()).seal(SECRET);
    Path file = directory.resolve("master.key");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(box(null, embedded()).open(sealed)).isEqualTo(SECRET);
  }

  @Test
  void prefersTheConfiguredKey() {
    String key = Base64.getEncoder().encodeToString(ids.secret(SecretBox.KEY_BYTES));
    byte[] sealed = box(key, embedded()).seal(SECRET);
    assertThat(directory.resolve("master.key")).doesNotExist();
    assertThat(box(key, ownDatabase()).open(sealed)).isEqualTo(SECRET);
  }

  @Test
  void refusesToStartOverAnOwnDatabaseWithoutAKey() {
    assertThatExceptionOfType(MasterKeyException.class)
        .isThrownBy(() -> box(null, ownDatabase()))
        .satisfies(
            e ->
                assertThat(new MasterKeyFailureAnalyzer().analyze(e).getDescription())
                    .contains("signalbox.access.master-key is missing"));
  }

  @Test
  void refusesAnUnusableKeyAndDoesNotShowIt() {
    for (String bad : new String[] {"hunter2", "AAAA", "A".repeat(44)}) {
      assertThatExceptionOfType(MasterKeyException.class)
          .isThrownBy(() -> box(bad, ownDatabase()))
          .withMessageNotContaining(bad);
    }
  }

  @Test
  void refusesADamagedKeyFileInsteadOfReplacingIt() throws IOException {
    Path file = Files.writeString(directory.resolve("master.key"), "half");
    assertThatExceptionOfType(MasterKeyException.class).isThrownBy(() -> box(null, embedded()));
    assertThat(file).hasContent("half");
  }

  private SecretBox box(@Nullable String key, MockEnvironment environment) {
    AccessSettings settings =
        new AccessSettings(
            null, key, Duration.ofMinutes(30), Duration.ofHours(12), 5, Duration.ofMinutes(15));
    return new MasterKey().secretBox(settings, environment, ids);
  }

  private MockEnvironment embedded() {
    return new MockEnvironment().withProperty("signalbox.database.directory", directory.toString());
  }

  private static MockEnvironment ownDatabase() {
    return new MockEnvironment()
        .withProperty("spring.datasource.url", "jdbc:postgresql://db/signalbox");
  }
}
