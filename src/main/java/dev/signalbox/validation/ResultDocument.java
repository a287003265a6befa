package dev.signalbox.validation;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.ReportReader;
import dev.signalbox.report.TestReport;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which CI reports on an attempt: {@code {"attempt": uuid, "outcome":
 * "passed|failed|errored|cancelled|running", "error": "ENOSPC", "facts": [{"name", "value",
 * "unit"}], "external_id", "url", "junit": "<testsuites...>"}}. Strict: an unknown or doubled
 * member is refused, because a misspelt outcome must not be overlooked.
 */
public final class ResultDocument {

  /** Whoever reads a document from outside stops here, before parsing. */
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  private static final int MAX_FACTS = 200;
  private static final int MAX_DIGITS = 60;
  private static final int MAX_SCALE = 100;
  private static final Set<String> MEMBERS =
      Set.of("attempt", "outcome", "error", "facts", "external_id", "url", "junit");
  private static final Set<String> FACT_MEMBERS = Set.of("name", "value", "unit");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10)
                          .maxNumberLength(200)
                          .maxNameLength(1000)
                          .maxStringLength(MAX_BYTES)
                          .maxDocumentLength(MAX_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ResultDocument() {}

  /** A document that is no result; the message is for its sender. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words);
    }
  }

  /**
   * Reads a document.
   *
   * @param attempt where it is known from elsewhere, such as the path; null if the document must
   *     name it
   * @param origin where the document came from
   * @throws Unreadable with what is wrong
   */
  public static ReportedResult parse(byte[] json, @Nullable UUID attempt, String origin) {
    JsonNode document;
    try {
      document = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new Unreadable("the result is not JSON as it should be: " + e.getOriginalMessage());
    }
    require(document.isObject(), "the result is a JSON object");
    members(document, MEMBERS, "the result");
    String junit = text(document, "junit", MAX_BYTES);
    TestReport report =
        junit == null ? null : ReportReader.read(junit.getBytes(StandardCharsets.UTF_8));
    String word = text(document, "outcome", 20);
    require(word != null || report != null, "outcome is missing, and there is no junit either");
    Outcome outcome = word == null && report != null ? outcomeOf(report) : outcome(word);
    String error = text(document, "error", 60);
    require(
        error == null || (outcome == Outcome.ERRORED && error.matches("[A-Z][A-Z0-9_]{0,59}")),
        "error goes with the outcome errored and is written like ENOSPC");
    return new ReportedResult(
        attempt(document, attempt),
        outcome,
        error,
        facts(document),
        report,
        text(document, "external_id", 200),
        webAddress(text(document, "url", 2000)),
        origin);
  }

  /** A bare JUnit report; the outcome is that of its tests. */
  public static ReportedResult ofReport(byte[] junit, UUID attempt, String origin) {
    TestReport report = ReportReader.read(junit);
    return new ReportedResult(
        attempt, outcomeOf(report), null, List.of(), report, null, null, origin);
  }

  private static Outcome outcomeOf(TestReport report) {
    return report.failed() + report.errored() > 0 ? Outcome.FAILED : Outcome.PASSED;
  }

  private static UUID attempt(JsonNode document, @Nullable UUID known) {
    String written = text(document, "attempt", 36);
    if (written == null) {
      if (known == null) {
        throw new Unreadable("attempt is missing");
      }
      return known;
    }
    UUID attempt;
    try {
      attempt = UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("attempt is a UUID");
    }
    require(known == null || known.equals(attempt), "the attempt is another one than addressed");
    return attempt;
  }

  private static @Nullable Outcome outcome(@Nullable String word) {
    return switch (word) {
      case "passed" -> Outcome.PASSED;
      case "failed" -> Outcome.FAILED;
      case "errored" -> Outcome.ERRORED;
      case "cancelled" -> Outcome.CANCELLED;
      case "running" -> null;
      case null, default ->
          throw new Unreadable("outcome is passed, failed, errored, cancelled or running");
    };
  }

  private static List<Fact> facts(JsonNode document) {
    JsonNode written = document.get("facts");
    if (written == null || written.isNull()) {
      return List.of();
    }
    require(written.isArray() && written.size() <= MAX_FACTS, "facts is a list of at most 200");
    List<Fact> facts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode fact : written) {
      require(fact.isObject(), "a fact is an object");
      members(fact, FACT_MEMBERS, "a fact");
      String name = text(fact, "name", 120);
      if (name == null || name.isBlank()) {
        throw new Unreadable("a fact has a name");
      }
      require(names.add(name), "the fact " + name + " is there twice");
      String unit = text(fact, "unit", 40);
      facts.add(new Fact(name, number(fact.get("value"), name), unit == null ? "1" : unit));
    }
    return List.copyOf(facts);
  }

  private static BigDecimal number(@Nullable JsonNode value, String fact) {
    if (value == null || !value.isNumber()) {
      throw new Unreadable("the value of the fact " + fact + " is a number");
    }
    BigDecimal number = value.decimalValue();
    require(
        number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_SCALE,
        "the value of the fact " + fact + " is out of range");
    return number;
  }

  private static void members(JsonNode object, Set<String> known, String what) {
    for (String name : object.propertyNames()) {
      require(known.contains(name), what + " has an unknown member; known are " + sorted(known));
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static @Nullable String text(JsonNode object, String name, int max) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    require(value.isString(), name + " is a string");
    String text = value.asString();
    require(text.length() <= max, name + " is at most " + max + " characters");
    require(text.indexOf('\0') < 0, name + " holds a NUL character");
    return text;
  }

  /** Pages link to it, so nothing but http and https gets in. */
  private static @Nullable String webAddress(@Nullable String url) {
    if (url != null) {
      String scheme;
      try {
        scheme = URI.create(url).getScheme();
      } catch (IllegalArgumentException e) {
        throw new Unreadable("url is no URL");
      }
      require(
          "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme),
          "url is https or http");
    }
    return url;
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new Unreadable(words);
    }
  }
}
