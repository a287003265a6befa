package dev.signalbox.running;

import dev.signalbox.FreshDatabase;
import dev.signalbox.SignalboxApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The java command for many starts in a row: the classes in a jar and an AOT cache (JEP 514) from
 * one orderly run, which halves each start.
 */
final class FastStart {

  private FastStart() {}

  /** Makes the cache by one run over {@code directory}, which is then in use. */
  static List<String> prepare(Path directory) throws IOException {
    var jar = directory.resolveSibling(directory.getFileName() + ".jar");
    var cache = directory.resolveSibling(directory.getFileName() + ".aot");
    Files.createDirectories(jar.getParent());
    var packed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar.toString(), "-C", "target/classes", ".");
    if (packed != 0) {
      throw new IOException("the classes cannot be packed");
    }
    RunningSignalbox.start(
            command(jar, "-XX:AOTCacheOutput=" + cache),
            directory,
            "--signalbox.database.binaries=" + FreshDatabase.ROOT)
        .stop();
    return Files.exists(cache) ? command(jar, "-XX:AOTCache=" + cache) : command(jar);
  }

  private static List<String> command(Path jar, String... options) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    words.addAll(List.of(options));
    words.add("-cp");
    words.add(jar + File.pathSeparator + dependencies());
    words.add(SignalboxApplication.class.getName());
    return words;
  }

  /** What the tests run on, without the directories; it holds a little more than a packaged jar. */
  private static String dependencies() {
    var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return String.join(
        File.pathSeparator, List.of(entries).stream().filter(e -> e.endsWith(".jar")).toList());
  }
}
