package dev.signalbox.graph;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to this machine that asks over and over, with as little work as can be: a load
 * generator that shares the processors with what it measures takes nearly none of them.
 */
final class KeptConnection implements Closeable {

  private final int port;
  private final String headers;
  private Socket socket;
  private InputStream in;

  KeptConnection(int port, String bearer) throws IOException {
    this.port = port;
    socket = connect();
    in = buffered(socket);
    headers = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer + "\r\n\r\n";
  }

  private Socket connect() throws IOException {
    var made = new Socket(InetAddress.getLoopbackAddress(), port);
    made.setTcpNoDelay(true);
    return made;
  }

  private static InputStream buffered(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /**
   * The body of what a path answers. The service ends a connection after some requests, and says so
   * in the last answer; the next one then has a new connection.
   *
   * @throws IOException also for an answer that is not 200
   */
  byte[] get(String path) throws IOException {
    socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.US_ASCII));
    String status = line();
    int length = -1;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      last |= lower.equals("connection: close");
    }
    byte[] body = length < 0 ? chunks() : exactly(length);
    if (last) {
      socket.close();
      socket = connect();
      in = buffered(socket);
    }
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(
          status + " for " + path + ": " + new String(body, StandardCharsets.UTF_8));
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int length = chunk(); length > 0; length = chunk()) {
      body.write(exactly(length));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the answer ends early");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
