package dev.signalbox;

import dev.signalbox.access.BootstrapPassword;
import dev.signalbox.database.EmbeddedDatabase;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says in a few lines, on the console and not in the log, where Signalbox is, how to get in the
 * first time, and where the data lives.
 */
@Component
class StartupNotice {

  private final BootstrapPassword password;
  private final ObjectProvider<EmbeddedDatabase> database;

  StartupNotice(BootstrapPassword password, ObjectProvider<EmbeddedDatabase> database) {
    this.password = password;
    this.database = database;
  }

  @Order
  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      print(System.out, lines(context.getWebServer().getPort()));
    }
  }

  List<String> lines(int port) {
    List<String> lines = new ArrayList<>();
    lines.add("Signalbox is ready:  http://localhost:" + port);
    password
        .oneTime()
        .ifPresent(
            once ->
                lines.add(
                    "Sign in once as      "
                        + BootstrapPassword.USERNAME
                        + "  with the password  "
                        + once));
    database.ifAvailable(
        embedded -> lines.add("The data lives in    " + embedded.directory().toAbsolutePath()));
    return lines;
  }

  private static void print(PrintStream out, List<String> lines) {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    for (String line : lines) {
      text.append("  ").append(line).append(System.lineSeparator());
    }
    out.println(text);
  }
}
