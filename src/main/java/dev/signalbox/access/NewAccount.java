package dev.signalbox.access;

/**
 * An account together with its first password, which is shown this once.
 *
 * @param oneTimePassword has to be changed at the first sign-in
 */
public record NewAccount(AccountView account, String oneTimePassword) {

  /** Without the password, as it may end up in a log. */
  @Override
  public String toString() {
    return "NewAccount[" + account.username() + "]";
  }
}
