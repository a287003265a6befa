package dev.signalbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What every page has to hold, looked at in a real browser. */
final class PageChecks {

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private PageChecks() {}

  static void noSeriousAxeFinding(Page page, String what) {
    List<Rule> findings =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
    assertThat(findings)
        .as(what + " at " + page.url())
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + " "
                    + rule.getNodes().stream().map(n -> n.getHtml()).toList())
        .isEmpty();
  }

  static void fitsItsWidth(Page page, String what) {
    Object overflow =
        page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue())
        .as(what + " overflows sideways: " + page.url())
        .isLessThanOrEqualTo(0);
  }
}
