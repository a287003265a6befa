package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One short command of the operating system: bounded in time, its output kept for the message. */
record Command(int exitCode, String output) {

  static final int OUTPUT_LIMIT = 16_384;

  boolean succeeded() {
    return exitCode == 0;
  }

  static Command run(List<String> words, String input, Duration patience) {
    try {
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      } catch (IOException endedWithoutReading) {
        // its exit code says more than the broken pipe
      }
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Command(-1, "no answer within " + patience.toSeconds() + " s");
      }
      var output = process.getInputStream().readNBytes(OUTPUT_LIMIT);
      return new Command(process.exitValue(), new String(output, UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + words.getFirst(), e);
    }
  }
}
