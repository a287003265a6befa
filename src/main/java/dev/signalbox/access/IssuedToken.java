package dev.signalbox.access;

/**
 * A token together with its secret, which is shown this once.
 *
 * @param token what goes behind {@code Authorization: Bearer}
 */
public record IssuedToken(TokenView view, String token) {

  /** Without the secret, as it may end up in a log. */
  @Override
  public String toString() {
    return "IssuedToken[" + view.id() + "]";
  }
}
