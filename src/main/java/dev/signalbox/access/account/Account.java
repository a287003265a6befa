package dev.signalbox.access.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person who can sign in with a password. */
@Entity
class Account {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  private static final int MAX_DISPLAY_NAME = 120;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String username;
  private String displayName;
  private String passwordHash;
  private boolean mustChangePassword;
  private boolean enabled;
  private boolean systemAdministrator;
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  /** A new account whose first password was chosen by somebody else. */
  Account(
      String username,
      String displayName,
      String passwordHash,
      boolean systemAdministrator,
      Instant now) {
    this.username = normalised(username);
    if (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME) {
      throw new IllegalArgumentException("a display name has 1 to 120 characters");
    }
    this.displayName = displayName.strip();
    this.passwordHash = passwordHash;
    this.mustChangePassword = true;
    this.enabled = true;
    this.systemAdministrator = systemAdministrator;
    this.createdAt = now;
  }

  /** The one form in which a username is stored and compared. */
  static String normalised(String username) {
    String lower = username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(lower).matches()) {
      throw new IllegalArgumentException(
          "a username has 1 to 63 of a-z, 0-9, dot, hyphen and underscore, and begins with a"
              + " letter or digit");
    }
    return lower;
  }

  /** The person sets an own password. */
  void changePassword(String hash) {
    passwordHash = hash;
    mustChangePassword = false;
  }

  /** Somebody else sets a password, which has to be changed at the next sign-in. */
  void resetPassword(String hash) {
    passwordHash = hash;
    mustChangePassword = true;
  }

  void disable() {
    enabled = false;
  }

  void enable() {
    enabled = true;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("the account is not stored yet");
    }
    return id;
  }

  String username() {
    return username;
  }

  String displayName() {
    return displayName;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean mustChangePassword() {
    return mustChangePassword;
  }

  boolean isEnabled() {
    return enabled;
  }

  boolean isSystemAdministrator() {
    return systemAdministrator;
  }

  Instant createdAt() {
    return createdAt;
  }

  long version() {
    return version;
  }
}
