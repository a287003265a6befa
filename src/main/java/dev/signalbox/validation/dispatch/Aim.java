package dev.signalbox.validation.dispatch;

import dev.signalbox.validation.Adapter;
import java.util.Map;

/**
 * Where the attempts of a job are sent.
 *
 * @param settings the adapter's, complete
 * @param sealedSecret the key or token, sealed with the master key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Aim(Adapter adapter, String url, Map<String, String> settings, byte[] sealedSecret) {

  /** A setting that {@link Adapter#complete} has seen to. */
  public String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalStateException("a target of " + adapter + " without " + name);
    }
    return value;
  }
}
