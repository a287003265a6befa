package dev.signalbox.running;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the packaged service from outside, with its embedded database fully durable: start,
 * memory, and signed results. Started by {@code bench/service}; needs nothing but the JDK.
 */
final class ServiceBench {

  private static final int STARTS = 3;
  private static final int ATTEMPTS = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(15);
  private static final int CONNECTIONS = 32;
  private static final double SHARE_OF_SATURATION = 0.7;

  private ServiceBench() {}

  static void main(String[] args) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var command =
        List.of(java, "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-jar", args[0]);
    var directory =
        Path.of("target", "bench-" + ProcessHandle.current().pid(), "database").toAbsolutePath();
    say("processors %d, load average %.1f".formatted(processors(), load()));

    var first = RunningSignalbox.start(command, directory);
    say("ready on an empty directory (unpack, initdb, migrate): %.1f s".formatted(seconds(first)));
    var operator = Operator.takeIntoUse(first.port());
    var sender = operator.source();
    first.stop();

    var starts = new ArrayList<Double>();
    for (var start = 1; start < STARTS; start++) {
      var warm = RunningSignalbox.start(command, directory);
      starts.add(seconds(warm));
      warm.stop();
    }
    var service = RunningSignalbox.start(command, directory);
    starts.add(seconds(service));
    starts.sort(null);
    say(
        "java -jar to ready on a warm database: %.1f s (median of %d)"
            .formatted(starts.get(STARTS / 2), STARTS));

    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
    say("resident memory idle: %d MB".formatted(residentMegabytes(service.pid())));

    operator.goTo(service.port());
    var attempts = new ArrayList<String>();
    for (var run = 0; run < ATTEMPTS; run++) {
      attempts.add(operator.trigger().attempt());
    }
    var load = new DeliveryLoad(service.port(), sender, attempts);
    load.closed(CONNECTIONS, WARM_UP);
    var closed = load.closed(CONNECTIONS, MEASURED);
    say("signed results, closed model, %d connections: %s".formatted(CONNECTIONS, closed));
    var rate = (int) (closed.perSecond() * SHARE_OF_SATURATION);
    say("signed results, open model at %d/s: %s".formatted(rate, load.open(rate, MEASURED)));
    say("resident memory under load: %d MB".formatted(residentMegabytes(service.pid())));
    say("load average %.1f".formatted(load()));
    service.stop();
  }

  private static double seconds(RunningSignalbox signalbox) {
    return signalbox.readyAfter().toMillis() / 1000.0;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static long residentMegabytes(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    for (var line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS in " + status);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
