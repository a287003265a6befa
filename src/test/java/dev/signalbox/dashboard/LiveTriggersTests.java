package dev.signalbox.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveTriggersTests {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern TRIGGER = Pattern.compile("hx-trigger=\"([^\"]*sse:task[^\"]*)\"");

  /** A waiver or an archived sprint changes what holds a task without any change of the task. */
  @Test
  void whatFollowsTasksFollowsSprints() throws IOException {
    List<String> stale = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        TRIGGER
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(
                trigger ->
                    (trigger.contains("sse:sprint") ? fresh : stale)
                        .add(file.getFileName() + ": " + trigger));
      }
    }
    assertThat(stale).isEmpty();
    assertThat(fresh).hasSizeGreaterThan(5);
  }
}
