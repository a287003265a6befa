package dev.signalbox.access.token;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.Permission;
import dev.signalbox.access.TokenView;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A token of a person or of a machine; it ends by its date or by being revoked, never later. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
class ApiToken {

  private static final Pattern MACHINE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  private static final int MAX_NAME = 100;
  private static final Set<String> KNOWN_SCOPES =
      Arrays.stream(Permission.values())
          .map(Permission::scope)
          .filter(scope -> !scope.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String publicId;
  private String name;
  private @Nullable Long accountId;
  private @Nullable String project;
  private @Nullable String machine;
  private byte[] secretHash;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] scopes;

  private Instant createdAt;
  private String createdBy;
  private Instant expiresAt;

  @Column(insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  private @Nullable Instant revokedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected ApiToken() {}

  private ApiToken(
      TokenText text,
      String name,
      String createdBy,
      Set<String> scopes,
      @Nullable Integer days,
      Instant now) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw refusal("A token has a name of 1 to " + MAX_NAME + " characters.");
    }
    int lifetime = days == null ? ApiTokens.DEFAULT_DAYS : days;
    if (lifetime < 1 || lifetime > ApiTokens.MAX_DAYS) {
      throw refusal("A token lives 1 to " + ApiTokens.MAX_DAYS + " days.");
    }
    this.publicId = text.publicId();
    this.name = name.strip();
    this.secretHash = text.hash();
    this.scopes = scopes.stream().sorted().toArray(String[]::new);
    this.createdAt = now;
    this.createdBy = createdBy;
    this.expiresAt = now.plus(Duration.ofDays(lifetime));
  }

  static ApiToken personal(
      TokenText text,
      long account,
      String username,
      String name,
      Set<String> scopes,
      @Nullable Integer days,
      Instant now) {
    require(scopes, KNOWN_SCOPES);
    ApiToken token = new ApiToken(text, name, username, scopes, days, now);
    token.accountId = account;
    return token;
  }

  static ApiToken machine(
      TokenText text,
      String project,
      String machine,
      String createdBy,
      Set<String> scopes,
      @Nullable Integer days,
      Instant now) {
    if (!MACHINE.matcher(machine).matches()) {
      throw refusal("A machine's name has 1 to 63 of a-z, 0-9, dot, hyphen and underscore.");
    }
    require(scopes, ApiTokens.MACHINE_SCOPES);
    ApiToken token = new ApiToken(text, "ci:" + machine, createdBy, scopes, days, now);
    token.project = project;
    token.machine = machine;
    return token;
  }

  /** Ends it; doing so again changes nothing. */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  TokenView view() {
    return new TokenView(
        publicId,
        name,
        new TreeSet<>(List.of(scopes)),
        createdAt,
        expiresAt,
        lastUsedAt,
        revokedAt);
  }

  private static void require(Set<String> scopes, Set<String> allowed) {
    Set<String> wrong = new TreeSet<>(scopes);
    wrong.removeAll(allowed);
    if (scopes.isEmpty() || !wrong.isEmpty()) {
      throw refusal(
          "A token needs one or more of these scopes: "
              + String.join(", ", new TreeSet<>(allowed))
              + (wrong.isEmpty() ? "." : "; not " + String.join(", ", wrong) + "."));
    }
  }

  private static ProblemException refusal(String detail) {
    return new ProblemException(ProblemType.UNPROCESSABLE, detail);
  }
}
