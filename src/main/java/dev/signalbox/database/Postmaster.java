package dev.signalbox.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running server and the small shell that watches over it: the shell stops the server when the
 * pipe from this process closes, so not even {@code kill -9} leaves a server behind.
 */
final class Postmaster {

  private final Process watcher;
  private final ProcessHandle server;

  private Postmaster(Process watcher, ProcessHandle server) {
    this.watcher = watcher;
    this.server = server;
  }

  /** Starts the server and waits until it has recovered and answers. */
  static Postmaster start(ServerDirectory directory, int port, Duration patience) {
    try {
      var watcher =
          new ProcessBuilder(
                  directory
                      .user()
                      .words(
                          "sh",
                          "-c",
                          script(),
                          "postmaster.sh",
                          directory.binaries().program("pg_ctl"),
                          directory.data().toString(),
                          directory.log().toString(),
                          Long.toString(patience.toSeconds()),
                          ServerOptions.commandLine(port)))
              .redirectErrorStream(true)
              .start();
      return new Postmaster(watcher, untilReady(watcher));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle untilReady(Process watcher) throws IOException {
    var output = new StringBuilder();
    var lines = new BufferedReader(watcher.inputReader(UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        var pid = Long.parseLong(line.substring("ready ".length()));
        return ProcessHandle.of(pid)
            .orElseThrow(() -> new IOException("the server died just after its start"));
      }
      output.append(line).append('\n');
    }
    throw new IOException(output.toString().strip());
  }

  private static String script() throws IOException {
    try (var in = Postmaster.class.getResourceAsStream("postmaster.sh")) {
      if (in == null) {
        throw new IllegalStateException("postmaster.sh is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  long pid() {
    return server.pid();
  }

  /** Completes when the server is gone, whatever the reason. */
  CompletableFuture<ProcessHandle> gone() {
    return server.onExit();
  }

  /** Asks for a fast shutdown by closing the pipe; true if the server went in time. */
  boolean stop(Duration patience) {
    try {
      watcher.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // the watcher is gone; the caller takes the harder way if the server is not
    }
    try {
      gone().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
