package dev.signalbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives the test run an empty database directory and sweeps those of dead runs. */
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Holds the unpacked binaries, which all runs share. */
  public static final Path ROOT = Path.of("target", "embedded").toAbsolutePath();

  private static final Pattern NAME = Pattern.compile("[a-z]+-(\\d+)-\\d+(\\..+)?");
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "signalbox.database.directory=" + newDirectory("run"),
            "signalbox.database.binaries=" + ROOT)
        .applyTo(context);
  }

  /** A new directory; its name tells the process that owns it, so that a later run can sweep it. */
  public static synchronized Path newDirectory(String name) {
    try {
      Files.createDirectories(ROOT);
      sweep();
      return ROOT.resolve(
          "%s-%d-%d".formatted(name, ProcessHandle.current().pid(), COUNT.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep() throws IOException {
    try (var directories = Files.newDirectoryStream(ROOT)) {
      for (var directory : directories) {
        var name = NAME.matcher(directory.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          FileSystemUtils.deleteRecursively(directory);
        }
      }
    }
  }
}
