package dev.signalbox.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** What every start says on the command line, where no edited file can weaken it. */
final class ServerOptions {

  private static final List<String> ALWAYS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=100",
          "log_timezone=UTC",
          "timezone=UTC");

  private ServerOptions() {}

  static String commandLine(int port) {
    var words = new StringBuilder("-c port=").append(port);
    ALWAYS.forEach(option -> words.append(" -c ").append(option));
    return words.toString();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
