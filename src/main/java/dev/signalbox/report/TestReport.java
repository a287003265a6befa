package dev.signalbox.report;

import java.util.List;

/**
 * A test report in our one model; the counts are ours, recomputed from the cases, and {@code tests}
 * is always the sum of the other four. A document that cannot be read has counts of zero.
 *
 * @param format such as {@code junit-xml}; {@code unknown} where it was not recognised
 * @param defects why this report must not be trusted (empty, truncated, zero tests, counts that
 *     lie...); never a pass if any {@link Defect#fatal()}
 */
public record TestReport(
    String format,
    int tests,
    int passed,
    int failed,
    int errored,
    int skipped,
    long millis,
    List<Case> failures,
    List<Defect> defects) {

  public TestReport {
    failures = List.copyOf(failures);
    defects = List.copyOf(defects);
  }

  /** A case that did not pass; at most 100 are kept, {@code message} cut at 500 characters. */
  public record Case(String suite, String name, String outcome, String message) {}

  /** Something wrong with the report itself. */
  public record Defect(String code, String detail, boolean fatal) {}

  /** Whether the report can be believed at all: none of its defects is fatal. */
  public boolean trusted() {
    return defects.stream().noneMatch(Defect::fatal);
  }

  /** Whether it shows a pass: it is trusted, something passed, and nothing failed or errored. */
  public boolean passes() {
    return trusted() && passed > 0 && failed == 0 && errored == 0;
  }
}
