package dev.signalbox.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a report: one defect a code, with the first place and a count. */
final class Defects {

  private static final int MAX_DETAIL = 300;

  private final Map<String, Found> found = new LinkedHashMap<>();

  void warn(String code, String detail) {
    add(code, detail, false);
  }

  void fatal(String code, String detail) {
    add(code, detail, true);
  }

  List<TestReport.Defect> list() {
    List<TestReport.Defect> defects = new ArrayList<>();
    found.forEach(
        (code, first) -> defects.add(new TestReport.Defect(code, first.describe(), first.fatal)));
    return defects;
  }

  private void add(String code, String detail, boolean fatal) {
    Found known = found.get(code);
    if (known == null) {
      found.put(code, new Found(Clip.text(detail, MAX_DETAIL), fatal));
    } else {
      known.more++;
    }
  }

  private static final class Found {
    private final String first;
    private final boolean fatal;
    private int more;

    private Found(String first, boolean fatal) {
      this.first = first;
      this.fatal = fatal;
    }

    private String describe() {
      return more == 0 ? first : first + " (and " + more + " more)";
    }
  }
}
