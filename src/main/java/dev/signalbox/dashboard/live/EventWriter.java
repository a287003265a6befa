package dev.signalbox.dashboard.live;

import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.LiveEvent;
import dev.signalbox.timeline.LiveSubscription;
import dev.signalbox.timeline.TimelineSettings;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a subscription as server-sent events (WHATWG HTML, section 9.2) until either side ends.
 */
@Component
class EventWriter {

  private static final Logger log = LoggerFactory.getLogger(EventWriter.class);
  private static final String RECONNECT_AFTER = "retry: 2000\n";

  /** What an event tells: enough to know what to read again, with no values in it. */
  record EventBody(
      String id, Instant at, Actor actor, String action, String objectType, String objectKey) {}

  private final JsonMapper json;
  private final TimelineSettings settings;

  EventWriter(JsonMapper json, TimelineSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  /**
   * Writes until the subscription ends, the client goes away, or {@code allowed} says no.
   *
   * @param allowed asked again and again, with {@link TimelineSettings#recheck} between
   */
  void write(LiveSubscription subscription, BooleanSupplier allowed, HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    ServletOutputStream out = response.getOutputStream();
    try {
      send(out, RECONNECT_AFTER + "id: " + subscription.position() + "\n\n");
      follow(subscription, allowed, out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      subscription.close(); // the client went away, which is how streams end
    } catch (DataAccessException e) {
      log.warn("A live stream ends early; its client resumes it", e);
    }
  }

  private void follow(
      LiveSubscription subscription, BooleanSupplier allowed, ServletOutputStream out)
      throws IOException, InterruptedException {
    var heartbeat = new Interval(settings.heartbeat());
    var recheck = new Interval(settings.recheck());
    while (subscription.isOpen()) {
      LiveEvent event = subscription.next(heartbeat.rest(recheck));
      if (recheck.isOver()) {
        if (!allowed.getAsBoolean()) {
          return;
        }
        recheck.begin();
      }
      if (event != null) {
        send(out, text(event));
        heartbeat.begin();
      } else if (heartbeat.isOver()) {
        send(out, ": alive\n\n");
        heartbeat.begin();
      }
    }
  }

  private String text(LiveEvent event) {
    var body =
        new EventBody(
            event.position().toString(),
            event.at(),
            event.actor(),
            event.action(),
            event.objectType(),
            event.objectKey());
    return "id: %s\nevent: %s\ndata: %s\n\n"
        .formatted(event.position(), event.objectType(), json.writeValueAsString(body));
  }

  private static void send(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Runs out some time after it began; by the machine's own steady clock. */
  private static final class Interval {

    private final long nanos;
    private long began = System.nanoTime();

    Interval(Duration length) {
      nanos = length.toNanos();
    }

    void begin() {
      began = System.nanoTime();
    }

    boolean isOver() {
      return left() == 0;
    }

    /** Until the first of the two is over. */
    Duration rest(Interval other) {
      return Duration.ofNanos(Math.min(left(), other.left()));
    }

    private long left() {
      return Math.max(0, nanos - (System.nanoTime() - began));
    }
  }
}
