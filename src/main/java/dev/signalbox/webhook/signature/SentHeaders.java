package dev.signalbox.webhook.signature;

import java.util.List;

/** The headers of a delivery as they were sent; names are not case-sensitive. */
public interface SentHeaders {

  /** Every value of the header, in order; empty if it was not sent. */
  List<String> all(String name);
}
