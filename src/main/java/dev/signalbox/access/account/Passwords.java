package dev.signalbox.access.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.timeline.Ids;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Locale;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are made, judged, hashed and compared. */
@Component
class Passwords {

  static final int MIN_CHARS = 12;

  /** bcrypt reads no further. */
  static final int MAX_BYTES = 72;

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GENERATED_CHARS = 20;

  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final Ids ids;
  private final String nobodysHash;

  Passwords(Ids ids) {
    this.ids = ids;
    this.nobodysHash = hash(generate());
  }

  /** A password of 100 random bits, in groups that can be read out. */
  String generate() {
    StringBuilder password = new StringBuilder();
    for (byte random : ids.secret(GENERATED_CHARS)) {
      if (password.length() % 6 == 5) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random & 31));
    }
    return password.toString();
  }

  /** Refuses what is too short, too long for the hash, or the username again. */
  void judge(String password, String username) {
    if (password.codePointCount(0, password.length()) < MIN_CHARS) {
      throw refusal("A password has at least " + MIN_CHARS + " characters.");
    }
    if (password.getBytes(UTF_8).length > MAX_BYTES) {
      throw refusal("A password has at most " + MAX_BYTES + " bytes.");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username) && username.length() > 2) {
      throw refusal("A password does not contain the username.");
    }
    if (password.chars().distinct().count() < 5) {
      throw refusal("A password has at least five different characters.");
    }
  }

  String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the encoder gave no hash");
    }
    return hash;
  }

  boolean matches(String password, String hash) {
    return password.getBytes(UTF_8).length <= MAX_BYTES && encoder.matches(password, hash);
  }

  /** Takes as long as a comparison, so that unknown names cannot be told by the time. */
  void pretend(String password) {
    boolean never = matches(password, nobodysHash);
    if (never) {
      throw new IllegalStateException("nobody's password was guessed");
    }
  }

  private static ProblemException refusal(String detail) {
    return new ProblemException(ProblemType.UNPROCESSABLE, detail);
  }
}
