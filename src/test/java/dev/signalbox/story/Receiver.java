package dev.signalbox.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The receiver of the README, started as the README says: one file, nothing but a JDK. */
final class Receiver implements AutoCloseable {

  private final Process process;
  final int port;
  final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private Receiver(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it and waits until it listens. */
  static Receiver start(int port, String jobSecret, String hook, String hookSecret)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                Path.of("examples", "Receiver.java").toString(),
                Integer.toString(port),
                jobSecret,
                hook,
                hookSecret)
            .redirectErrorStream(true)
            .start();
    Receiver receiver = new Receiver(process, port);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = out.readLine();
    if (first == null || !first.startsWith("waiting")) {
      throw new IllegalStateException("the receiver did not start: " + first);
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(receiver.lines::add));
    return receiver;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
