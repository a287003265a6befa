package dev.signalbox.validation;

import dev.signalbox.validation.dispatch.TargetUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's attempts are sent. Cannot be invalid: what is wrong is an {@link
 * IllegalArgumentException} in words for the user.
 *
 * @param url http or https, of the receiver or of the CI system's root
 * @param settings the adapter's, complete
 * @param secret as people write it; null keeps the one there is, or has one made where the adapter
 *     allows it
 */
public record JobTarget(
    Adapter adapter, String url, Map<String, String> settings, @Nullable String secret) {

  public JobTarget {
    if (TargetUrl.check(url).getRawQuery() != null && adapter.isWatched()) {
      throw new IllegalArgumentException("the url of a %s has no query".formatted(adapter));
    }
    settings = adapter.complete(settings);
    if (secret != null) {
      adapter.key(secret);
    }
  }

  /** A receiver of signed POSTs. */
  public static JobTarget signedHttp(String url, @Nullable String secret) {
    return new JobTarget(Adapter.SIGNED_HTTP, url, Map.of(), secret);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return adapter + " " + url + " " + settings;
  }
}
