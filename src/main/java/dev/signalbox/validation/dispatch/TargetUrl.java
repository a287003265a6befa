package dev.signalbox.validation.dispatch;

import java.net.URI;
import java.net.URISyntaxException;

/** What an address of a target may look like; whether it may be called is for the call to check. */
public final class TargetUrl {

  private static final int MAX_LENGTH = 2000;

  private TargetUrl() {}

  /** The address, or an {@link IllegalArgumentException} with words for the user. */
  public static URI check(String url) {
    if (url.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("the target's url is at most 2000 characters");
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the target's url is no URL", e);
    }
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException("the target's url is https or http");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("the target's url names a host, and a port that exists");
    }
    if (uri.getRawUserInfo() != null || uri.getRawAuthority().contains("@")) {
      throw new IllegalArgumentException("the target's url carries no user name or password");
    }
    if (uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the target's url has no fragment");
    }
    return uri;
  }
}
