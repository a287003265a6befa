package dev.signalbox.webhook.apply;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies one stored delivery in one transaction with what it changes. A result may overtake the
 * commit of its own dispatch, so an unknown attempt is tried for some seconds before it is dead; a
 * fault of ours is tried for hours, since it may be one of the database or mended by a release.
 */
@Component
class DeliveryApplier {

  private static final Logger log = LoggerFactory.getLogger(DeliveryApplier.class);

  /** Together a good seven seconds, more than the five that a fast CI needs at most. */
  private static final List<Duration> DELAYS =
      List.of(100, 200, 400, 800, 1_600, 2_000, 2_000).stream().map(Duration::ofMillis).toList();

  private static final int FAULT_TRIES = 40;
  private static final long LONGEST_PAUSE_SECONDS = 600;

  private static final String UNKNOWN = "unknown attempt: no such attempt in this project";

  private final UnsettledDeliveries unsettled;
  private final Validation validation;
  private final Timeline timeline;
  private final AppliedMeters meters;
  private final TransactionTemplate transaction;

  DeliveryApplier(
      UnsettledDeliveries unsettled,
      Validation validation,
      Timeline timeline,
      AppliedMeters meters,
      PlatformTransactionManager transactions) {
    this.unsettled = unsettled;
    this.validation = validation;
    this.timeline = timeline;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Applies the delivery; answers after which time to try again, or empty if it is settled. */
  Optional<Duration> apply(long id) {
    Step step;
    try {
      step = transaction.execute(status -> inTransaction(id));
    } catch (RuntimeException e) {
      log.error("Delivery {} could not be applied", id, e);
      step = transaction.execute(status -> failed(id, e));
    }
    step.settled.ifPresent(meters::count);
    return step.again;
  }

  private Step inTransaction(long id) {
    Optional<StoredDelivery> locked = unsettled.lockUnsettled(id);
    if (locked.isEmpty()) {
      return Step.NOTHING;
    }
    StoredDelivery delivery = locked.get();
    return switch (DialectReader.read(delivery)) {
      case Reading.Unwanted(String why) -> settle(delivery, Settled.IGNORED, why);
      case Reading.Unreadable(String why) -> settle(delivery, Settled.REFUSED_CONTENT, why);
      case Reading.Result(var result) -> {
        ResultVerdict verdict =
            validation.report(new ProjectKey(delivery.project()), result, actor(delivery));
        yield switch (verdict) {
          case APPLIED -> settle(delivery, Settled.APPLIED, "applied");
          case DUPLICATE -> settle(delivery, Settled.IGNORED, "the same outcome was there already");
          case LATE -> settle(delivery, Settled.IGNORED, "late: kept as evidence, no effect");
          case CONFLICT ->
              settle(
                  delivery, Settled.IGNORED, "conflict: another outcome was there, people decide");
          case UNKNOWN_ATTEMPT -> unknown(delivery);
        };
      }
    };
  }

  private Step unknown(StoredDelivery delivery) {
    if (delivery.attempts() < DELAYS.size()) {
      unsettled.triedInVain(delivery.id());
      return Step.again(DELAYS.get(delivery.attempts()));
    }
    return died(delivery, UNKNOWN);
  }

  /** A fault of ours: tried again with growing pauses, then kept for people, never dropped. */
  private Step failed(long id, RuntimeException fault) {
    Optional<StoredDelivery> locked = unsettled.lockUnsettled(id);
    if (locked.isEmpty()) {
      return Step.NOTHING;
    }
    StoredDelivery delivery = locked.get();
    Optional<Duration> pause = pauseAfterFault(delivery.attempts() + 1);
    if (pause.isPresent()) {
      unsettled.triedInVain(id);
      return Step.again(pause.get());
    }
    return died(delivery, "failed on our side: " + fault.getClass().getSimpleName());
  }

  /** How long to wait after so many tries, this one included; empty if it was the last. */
  static Optional<Duration> pauseAfterFault(int tries) {
    return tries >= FAULT_TRIES
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << tries)));
  }

  private Step died(StoredDelivery delivery, String reason) {
    timeline.record(
        new Recordable(
            delivery.project(),
            actor(delivery),
            "delivery.died",
            "delivery",
            Long.toString(delivery.id()),
            null,
            Map.of("reason", reason, "source", delivery.sourceName())));
    return settle(delivery, Settled.DEAD, reason);
  }

  private static Actor actor(StoredDelivery delivery) {
    return Actor.machine("hook:" + delivery.sourceName());
  }

  private Step settle(StoredDelivery delivery, Settled state, String verdict) {
    unsettled.settle(delivery.id(), state, Words.cut(verdict, 500));
    return new Step(Optional.empty(), Optional.of(state));
  }

  private record Step(Optional<Duration> again, Optional<Settled> settled) {

    static final Step NOTHING = new Step(Optional.empty(), Optional.empty());

    static Step again(Duration delay) {
      return new Step(Optional.of(delay), Optional.empty());
    }
  }
}
