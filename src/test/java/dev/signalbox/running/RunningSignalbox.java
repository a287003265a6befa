package dev.signalbox.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Signalbox as a process of its own, over its own embedded database: to be timed, and killed. */
final class RunningSignalbox {

  static final String BOOTSTRAP_PASSWORD = "first password of the admin";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path directory;
  private final int port;
  private final Duration readyAfter;

  private RunningSignalbox(Process process, Path directory, int port, int managementPort) {
    this.process = process;
    this.directory = directory;
    this.port = port;
    this.readyAfter = untilReady(managementPort);
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param command the java command up to its main class or jar
   * @param directory of the database; the log goes to a file beside it
   */
  static RunningSignalbox start(List<String> command, Path directory, String... settings) {
    var port = freePort();
    var managementPort = freePort();
    var words = new ArrayList<>(command);
    words.add("--server.address=127.0.0.1");
    words.add("--server.port=" + port);
    words.add("--management.server.port=" + managementPort);
    words.add("--signalbox.database.directory=" + directory);
    words.add("--signalbox.sample.enabled=false");
    words.add("--signalbox.access.bootstrap-password=" + BOOTSTRAP_PASSWORD);
    words.addAll(List.of(settings));
    try {
      Files.createDirectories(directory.getParent());
      var log = directory.resolveSibling(directory.getFileName() + ".log").toFile();
      var process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      return new RunningSignalbox(process, directory, port, managementPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration untilReady(int managementPort) {
    var began = System.nanoTime();
    var probe =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)))
            .timeout(Duration.ofSeconds(2))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
        if (answersOk(client, probe)) {
          return Duration.ofNanos(System.nanoTime() - began);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    process.destroyForcibly();
    throw new AssertionError("Signalbox did not become ready; see the log beside " + directory);
  }

  private static boolean answersOk(HttpClient client, HttpRequest probe) {
    try {
      return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  Duration readyAfter() {
    return readyAfter;
  }

  /** Kills the service as {@code kill -9} does; its database stops by itself. */
  void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  /** Kills the database server first and the service right after. */
  void killWithDatabase() throws IOException {
    var pid = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"), UTF_8);
    ProcessHandle.of(Long.parseLong(pid.getFirst().strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
    kill();
  }

  /** Stops it as an orderly shutdown does. */
  void stop() {
    process.destroy();
    waitForEnd();
  }

  private void waitForEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Signalbox does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
