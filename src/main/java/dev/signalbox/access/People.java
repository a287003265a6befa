package dev.signalbox.access;

import dev.signalbox.timeline.Actor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of this installation: made, disabled and helped by system administrators. */
public interface People {

  /** Makes an account with a random one-time password; 409 if the username is taken. */
  NewAccount create(String username, String displayName, boolean systemAdministrator, Actor by);

  Optional<AccountView> find(String username);

  Page<AccountView> list(@Nullable String cursor, Limit limit);

  /** Ends all sessions and stops all tokens of the account at once. */
  AccountView disable(String username, Actor by);

  AccountView enable(String username, Actor by);

  /** Voids the password and all sessions; the new password is for one sign-in. */
  NewAccount resetPassword(String username, Actor by);

  /** The person sets an own password, knowing the present one; ends all other sessions. */
  void changePassword(String username, String present, String fresh);
}
