package dev.signalbox.report;

import dev.signalbox.report.JunitXml.UnreadableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts the cases of one JUnit document as its elements come by. */
final class JunitTally {

  static final int MAX_CASES = 200_000;
  private static final int MAX_FAILURES = 100;

  private final Deque<JunitSuite> open = new ArrayDeque<>();
  private final Map<JunitCase.Result, Integer> counts = new EnumMap<>(JunitCase.Result.class);
  private final List<TestReport.Case> failures = new ArrayList<>();
  private final Defects defects = new Defects();
  private @Nullable JunitCase current;
  private boolean keepText;
  private int cases;
  private int statedBad;
  private long millis;

  void start(String element, UnaryOperator<@Nullable String> attributes)
      throws UnreadableException {
    switch (element) {
      case "testsuites", "testsuite" -> openSuite(attributes);
      case "testcase" -> openCase(attributes);
      default -> {
        JunitCase inside = current;
        if (inside != null) {
          keepText = inside.child(element, attributes);
        } else if (element.equals("error") || element.equals("failure")) {
          suiteFailed(element, attributes);
        }
      }
    }
  }

  void end(String element) {
    keepText = false;
    if (element.equals("testcase")) {
      closeCase();
    } else if (element.equals("testsuite") || element.equals("testsuites")) {
      JunitSuite suite = open.pop();
      suite.compare(defects);
      if (!open.isEmpty()) {
        open.getFirst().include(suite);
      }
    }
  }

  boolean wantsText() {
    return keepText;
  }

  void text(String text) {
    if (current != null) {
      current.text(text);
    }
  }

  TestReport report() {
    int passed = counts.getOrDefault(JunitCase.Result.PASSED, 0);
    int skipped = counts.getOrDefault(JunitCase.Result.SKIPPED, 0);
    int failed = counts.getOrDefault(JunitCase.Result.FAILED, 0);
    int errored = counts.getOrDefault(JunitCase.Result.ERRORED, 0);
    if (cases == 0) {
      defects.fatal("ZERO_TESTS", "the report shows no test case");
    } else if (skipped == cases) {
      defects.fatal("ALL_SKIPPED", "every test case was skipped");
    }
    if (statedBad > 0 && failed + errored == 0) {
      defects.fatal("HIDDEN_FAILURES", "failures are stated, but no case shows one");
    }
    return new TestReport(
        JunitXml.FORMAT, cases, passed, failed, errored, skipped, millis, failures, defects.list());
  }

  private void openSuite(UnaryOperator<@Nullable String> attributes) throws UnreadableException {
    if (current != null) {
      throw misplaced("a suite inside a case");
    }
    String name = attributes.apply("name");
    JunitSuite suite = new JunitSuite(name == null ? "" : name, attributes);
    statedBad = Math.max(statedBad, suite.statedBad());
    open.push(suite);
  }

  private void openCase(UnaryOperator<@Nullable String> attributes) throws UnreadableException {
    if (current != null) {
      throw misplaced("a case inside a case");
    }
    JunitSuite suite = open.getFirst();
    JunitCase next = new JunitCase(suite.name, attributes);
    String time = attributes.apply("time");
    if (time != null && !time.isBlank()) {
      Seconds.millis(time)
          .ifPresentOrElse(
              length -> millis += length,
              () -> defects.warn("BAD_TIME", "time '" + Clip.text(time, 40) + "' of " + next.name));
    }
    if (!suite.names.add(next.suite + '\n' + next.name)) {
      defects.warn("DUPLICATE_NAMES", next.suite + " " + next.name + " appears more than once");
    }
    current = next;
    countCase();
  }

  private void closeCase() {
    JunitCase ended = current;
    if (ended == null) {
      return;
    }
    current = null;
    if (ended.flaky()) {
      defects.warn("FLAKY", ended.suite + " " + ended.name + " passed only when run again");
    }
    add(ended);
  }

  /** A suite that says of itself that it failed, as when its set-up breaks, counts as one case. */
  private void suiteFailed(String element, UnaryOperator<@Nullable String> attributes)
      throws UnreadableException {
    JunitSuite suite = open.getFirst();
    JunitCase whole = new JunitCase(suite.name, name -> name.equals("name") ? "(suite)" : null);
    whole.child(element, attributes);
    defects.warn("SUITE_FAILED", "suite '" + Clip.text(suite.name, 80) + "' failed as a whole");
    countCase();
    add(whole);
  }

  private void add(JunitCase ended) {
    JunitCase.Result result = ended.result();
    counts.merge(result, 1, Integer::sum);
    boolean bad = result.compareTo(JunitCase.Result.SKIPPED) > 0;
    open.getFirst().count(bad);
    if (bad && failures.size() < MAX_FAILURES) {
      failures.add(ended.asCase());
    }
  }

  private void countCase() throws UnreadableException {
    cases++;
    if (cases > MAX_CASES) {
      throw new UnreadableException(
          JunitXml.FORMAT, "TOO_MANY_CASES", "more than " + MAX_CASES + " cases");
    }
  }

  private static UnreadableException misplaced(String what) {
    return new UnreadableException(JunitXml.FORMAT, "MALFORMED", what);
  }
}
