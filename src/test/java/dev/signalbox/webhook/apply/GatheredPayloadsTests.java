package dev.signalbox.webhook.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.webhook.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads gathered deliveries of real forges, where they are beside the checkout. */
class GatheredPayloadsTests {

  @Test
  void readsEveryPayloadAsUnwantedAndNoneAsAResult() throws IOException {
    Path folder =
        Path.of(System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data"), "webhooks");
    if (!Files.isDirectory(folder)) {
      Assumptions.abort("skipped: the gathered payloads are not there: " + folder);
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !file.toString().contains("schemas"))
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(80);
    for (Path file : files) {
      for (Dialect dialect : Dialect.values()) {
        for (String event : List.of("workflow_run", "ping", "push")) {
          Reading reading = read(dialect, event, Files.readAllBytes(file));
          assertThat(reading).as("%s %s", file, event).isNotInstanceOf(Reading.Result.class);
        }
      }
      if (file.toString().contains("workflow_run")) {
        assertThat(read(Dialect.GITHUB, "workflow_run", Files.readAllBytes(file)))
            .isEqualTo(new Reading.Unwanted("the run names no attempt of ours"));
      }
    }
  }

  private static Reading read(Dialect dialect, String event, byte[] body) {
    Map<String, String> headers =
        Map.of("x-github-event", event, "x-gitea-event", event, "x-forgejo-event", event);
    return DialectReader.read(
        new StoredDelivery(1, "demo", "ci", dialect, headers, "application/json", body, 0));
  }
}
