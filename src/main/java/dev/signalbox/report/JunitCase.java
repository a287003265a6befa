package dev.signalbox.report;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One open {@code testcase}; the worst thing that it says of itself is its outcome. */
final class JunitCase {

  private static final int MAX_MESSAGE = 500;
  private static final int MAX_NAME = 300;

  /** From best to worst; a case that skips and fails has failed. */
  enum Result {
    PASSED,
    SKIPPED,
    FAILED,
    ERRORED
  }

  final String suite;
  final String name;
  private final StringBuilder message = new StringBuilder();
  private Result result = Result.PASSED;
  private boolean flaky;

  JunitCase(String enclosing, UnaryOperator<@Nullable String> attributes) {
    String className = attributes.apply("classname");
    String ownName = attributes.apply("name");
    this.suite =
        Clip.text(className == null || className.isBlank() ? enclosing : className, MAX_NAME);
    this.name = Clip.text(ownName == null || ownName.isBlank() ? "(no name)" : ownName, MAX_NAME);
    worsen(ofWord(attributes.apply("status")));
    worsen(ofWord(attributes.apply("result")));
  }

  /** Takes a child element; answers whether its text is worth keeping as the message. */
  boolean child(String element, UnaryOperator<@Nullable String> attributes) {
    switch (element) {
      case "failure", "rerunFailure" -> worsen(Result.FAILED);
      case "error", "rerunError" -> worsen(Result.ERRORED);
      case "skipped", "ignored", "disabled" -> {
        worsen(Result.SKIPPED);
        return false;
      }
      case "flakyFailure", "flakyError" -> {
        flaky = true;
        return false;
      }
      default -> {
        return false;
      }
    }
    String said = attributes.apply("message");
    if (message.isEmpty() && said != null) {
      message.append(Clip.text(said, MAX_MESSAGE));
    }
    return message.isEmpty();
  }

  void text(String text) {
    int room = MAX_MESSAGE + 1 - message.length(); // one more, so that the cut sees a split pair
    if (room > 0) {
      message.append(text, 0, Math.min(room, text.length()));
    }
  }

  Result result() {
    return result;
  }

  boolean flaky() {
    return flaky && result == Result.PASSED;
  }

  TestReport.Case asCase() {
    String kept = Clip.text(message.toString(), MAX_MESSAGE).strip();
    return new TestReport.Case(suite, name, result.name(), kept);
  }

  private void worsen(Result other) {
    if (other.compareTo(result) > 0) {
      result = other;
    }
  }

  /** The {@code status} and {@code result} words of GoogleTest, TAP bridges and others. */
  private static Result ofWord(@Nullable String word) {
    if (word == null) {
      return Result.PASSED;
    }
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "fail", "failed", "failure" -> Result.FAILED;
      case "error", "errored", "aborted", "timeout" -> Result.ERRORED;
      case "skip", "skipped", "ignored", "disabled", "notrun", "suppressed", "pending" ->
          Result.SKIPPED;
      default -> Result.PASSED;
    };
  }
}
