package dev.signalbox.report;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One open {@code testsuite} or {@code testsuites}: what it states, and what we counted in it. */
final class JunitSuite {

  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  final String name;
  final Set<String> names = new HashSet<>();
  private final @Nullable String tests;
  private final @Nullable String failures;
  private final @Nullable String errors;
  private int direct;
  private int all;
  private int directBad;
  private int allBad;

  JunitSuite(String name, UnaryOperator<@Nullable String> attributes) {
    this.name = name;
    this.tests = attributes.apply("tests");
    this.failures = attributes.apply("failures");
    this.errors = attributes.apply("errors");
  }

  void count(boolean bad) {
    direct++;
    all++;
    if (bad) {
      directBad++;
      allBad++;
    }
  }

  void include(JunitSuite inner) {
    all += inner.all;
    allBad += inner.allBad;
  }

  /** States how many cases failed or errored; 0 where it says nothing readable. */
  int statedBad() {
    return read(failures).orElse(0) + read(errors).orElse(0);
  }

  /**
   * Names every stated count that is not what we counted. Producers disagree on whether a count
   * includes nested suites, so either is taken.
   */
  void compare(Defects defects) {
    if (tests != null) {
      OptionalInt stated = read(tests);
      if (stated.isEmpty() || !fits(stated.getAsInt(), direct, all)) {
        differ(defects, "tests", tests, all);
      }
    }
    if (failures != null || errors != null) {
      boolean readable =
          (failures == null || read(failures).isPresent())
              && (errors == null || read(errors).isPresent());
      if (!readable || !fits(statedBad(), directBad, allBad)) {
        differ(defects, "failures and errors", failures + " and " + errors, allBad);
      }
    }
  }

  private void differ(Defects defects, String what, String stated, int counted) {
    defects.warn(
        "COUNTS_DIFFER",
        "suite '%s' states %s %s, but its cases show %d"
            .formatted(Clip.text(name, 80), what, Clip.text(stated, 40), counted));
  }

  private static boolean fits(int stated, int direct, int all) {
    return stated == direct || stated == all;
  }

  private static OptionalInt read(@Nullable String count) {
    return count != null && COUNT.matcher(count.strip()).matches()
        ? OptionalInt.of(Integer.parseInt(count.strip()))
        : OptionalInt.empty();
  }
}
