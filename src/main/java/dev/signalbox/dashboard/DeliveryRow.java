package dev.signalbox.dashboard;

import dev.signalbox.webhook.DeliveryView;

/** A delivery as its page lists it. */
public record DeliveryRow(
    long id, String received, String source, String deliveryId, String state, String verdict) {

  /** The delivery in the words of the page. */
  public static DeliveryRow of(DeliveryView delivery) {
    return new DeliveryRow(
        delivery.id(),
        Times.moment(delivery.receivedAt()),
        delivery.source(),
        delivery.deliveryId(),
        delivery.state(),
        delivery.verdict() == null ? "not settled yet" : delivery.verdict());
  }
}
