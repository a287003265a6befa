package dev.signalbox.validation.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Buildbot master with one builder, in a folder of its own. Debian packages the master without
 * its pages, which it will not start without, so a plugin without pages stands in for them; the
 * REST API is the master's own.
 */
final class RealBuildbot implements AutoCloseable {

  static final String SECRET = "ann:a-word-of-a-test";

  private final Path folder;
  private final int port = freePort();

  /** Whether this machine has what it takes. */
  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/bin/buildbot"));
  }

  RealBuildbot(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Path plugin = Files.createDirectories(folder.resolve("plugin/pageless/static")).getParent();
    Files.writeString(
        plugin.resolve("__init__.py"),
        "from buildbot.www.plugin import Application\n"
            + "ep = Application(__name__, 'no pages', ui=False)\n");
    Files.writeString(plugin.resolve("VERSION"), "1");
    Files.writeString(plugin.resolve("static/index.html"), "<html></html>");
    Path about = Files.createDirectories(folder.resolve("plugin/pageless-1.dist-info"));
    Files.writeString(
        about.resolve("METADATA"), "Metadata-Version: 2.1\nName: pageless\nVersion: 1\n");
    Files.writeString(about.resolve("entry_points.txt"), "[buildbot.www]\nbase = pageless:ep\n");
    run("create-master", "-q", "master");
    Files.writeString(folder.resolve("master/master.cfg"), configuration());
    run("start", "master");
  }

  private String configuration() {
    return """
      from buildbot.plugins import schedulers, steps, util, worker
      factory = util.BuildFactory()
      factory.addStep(steps.ShellCommand(command=["sh", "-c", util.Interpolate(
          "sleep '%%(prop:seconds)s'; test '%%(prop:verdict)s' = 'good'")]))
      BuildmasterConfig = {
          'workers': [worker.LocalWorker('one', max_builds=1)],
          'protocols': {'pb': {'port': 'tcp:0:interface=127.0.0.1'}},
          'builders': [util.BuilderConfig(name='nightly', workernames=['one'], factory=factory)],
          'schedulers': [schedulers.ForceScheduler(
              name='force', builderNames=['nightly'],
              properties=[
                  util.StringParameter(name='signalbox_attempt', default=''),
                  util.StringParameter(name='seconds', default='0'),
                  util.StringParameter(name='verdict', default='')])],
          'buildbotURL': 'http://127.0.0.1:%1$d/',
          'www': {
              'port': 'tcp:%1$d:interface=127.0.0.1',
              'auth': util.UserPasswordAuth({'ann': 'a-word-of-a-test'}),
              'authz': util.Authz(
                  allowRules=[util.AnyControlEndpointMatcher(role='admins')],
                  roleMatchers=[util.RolesFromUsername(roles=['admins'], usernames=['ann'])])},
          'db': {'db_url': 'sqlite:///state.sqlite'},
          'title': 'A yard', 'titleURL': 'http://127.0.0.1/',
          'buildbotNetUsageData': None,
      }
      """
        .formatted(port);
  }

  String url() {
    return URI.create("http://127.0.0.1:" + port).toString();
  }

  private void run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/buildbot"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PYTHONPATH", folder.resolve("plugin").toString());
    Path said = folder.resolve("said");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(command + ": " + Files.readString(said));
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("stop", "master");
  }
}
