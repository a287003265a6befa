package dev.signalbox.validation;

import dev.signalbox.validation.dispatch.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of CI system that a job's attempts can be sent to, and what it has to be told. */
public enum Adapter {

  /** Anything that takes a signed POST (Standard Webhooks 1.0.0) and reports by itself. */
  SIGNED_HTTP(Credential.SIGNING_KEY),

  /**
   * GitLab pipelines (API v4): {@code url} is the instance's root, the secret an access token with
   * the scope {@code api}. The pipeline gets the variables {@code SIGNALBOX_ATTEMPT} and {@code
   * SIGNALBOX_REPORT_TO} beside the job's inputs.
   */
  GITLAB(
      Credential.TOKEN,
      new Setting(
          "project", "(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./-]{0,254}", null, "team/app or 42"),
      ref()),

  /**
   * GitHub Actions (REST API): {@code url} is {@code https://api.github.com} or an Enterprise
   * Server's {@code /api/v3}, the secret a token that may write Actions. The workflow takes the
   * input {@code signalbox_attempt}, and its {@code run-name} shows it.
   */
  GITHUB(Credential.TOKEN, repository(), workflow(), ref()),

  /** Gitea or Forgejo Actions: {@code url} is the instance's root; else as {@link #GITHUB}. */
  GITEA(Credential.TOKEN, repository(), workflow(), ref()),

  /**
   * Jenkins: {@code url} is its root, the secret {@code user:apitoken}. The job takes the parameter
   * {@code SIGNALBOX_ATTEMPT}, which keeps Jenkins from merging two queued builds into one.
   */
  JENKINS(
      Credential.TOKEN,
      new Setting(
          "job",
          "[^\\s/?#%\\\\.][^/?#%\\\\]*(/[^\\s/?#%\\\\.][^/?#%\\\\]*){0,9}",
          null,
          "folder/app")),

  /**
   * Buildbot (REST API v2): {@code url} is the master's root, the secret {@code user:password}. The
   * force scheduler gets {@code signalbox_attempt} and the job's inputs, of which it takes those
   * that it declares; the attempt is also in the build set's reason.
   */
  BUILDBOT(
      Credential.TOKEN,
      new Setting("scheduler", "[A-Za-z0-9_-][A-Za-z0-9_. -]{0,99}", null, "force"));

  private static final int MAX_TOKEN = 4096;

  private final Credential credential;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<Setting> settings;

  Adapter(Credential credential, Setting... settings) {
    this.credential = credential;
    this.settings = List.of(settings);
  }

  /**
   * One thing that the adapter has to be told.
   *
   * @param form regular expression of the whole value
   * @param usual the value where none is given; null where one has to be given
   * @param example for people
   */
  public record Setting(String name, String form, @Nullable String usual, String example) {}

  /** What proves to the target who calls. */
  private enum Credential {
    SIGNING_KEY,
    TOKEN
  }

  private static Setting ref() {
    return new Setting("ref", "[^\\s~^:?*\\[\\\\]{1,200}", "main", "main");
  }

  private static Setting repository() {
    return new Setting(
        "repository",
        "[A-Za-z0-9_-][A-Za-z0-9_.-]*/[A-Za-z0-9_-][A-Za-z0-9_.-]*",
        null,
        "team/app");
  }

  private static Setting workflow() {
    return new Setting("workflow", "[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}", null, "nightly.yml");
  }

  /** Whether attempts can be looked up there, so that nothing depends on their reports alone. */
  public boolean isWatched() {
    return this != SIGNED_HTTP;
  }

  /** Whether Signalbox may make the secret; else it comes from the target's own system. */
  public boolean makesItsSecret() {
    return credential == Credential.SIGNING_KEY;
  }

  /** Its settings in the order to show them. */
  public List<Setting> settings() {
    return settings;
  }

  /**
   * The settings with usual values for what is not given, by name.
   *
   * @throws IllegalArgumentException in words for the user: an unknown, missing or ill-formed one
   */
  public Map<String, String> complete(Map<String, String> given) {
    Map<String, String> complete = new TreeMap<>(given);
    for (Setting setting : settings) {
      String value = complete.getOrDefault(setting.name(), setting.usual());
      if (value == null) {
        throw new IllegalArgumentException(
            "a target of %s needs the setting %s, such as %s"
                .formatted(this, setting.name(), setting.example()));
      }
      if (!Pattern.matches(setting.form(), value)) {
        throw new IllegalArgumentException(
            "the target's setting %s is such as %s".formatted(setting.name(), setting.example()));
      }
      complete.put(setting.name(), value);
    }
    List<String> known = settings.stream().map(Setting::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "a target of %s has no setting %s, only %s".formatted(this, name, known));
      }
    }
    return Map.copyOf(complete);
  }

  /**
   * The secret's bytes as they are sealed and used.
   *
   * @throws IllegalArgumentException in words for the user that do not repeat the secret
   */
  public byte[] key(String secret) {
    if (credential == Credential.SIGNING_KEY) {
      return SigningSecret.parse(secret);
    }
    boolean visible =
        !secret.isEmpty()
            && secret.length() <= MAX_TOKEN
            && secret.chars().allMatch(c -> c > 32 && c < 127);
    if (!visible) {
      throw new IllegalArgumentException(
          "the target's secret is a token of 1 to %d visible ASCII characters"
              .formatted(MAX_TOKEN));
    }
    return secret.getBytes(StandardCharsets.US_ASCII);
  }
}
