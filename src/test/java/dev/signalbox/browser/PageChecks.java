package dev.signalbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What every page has to hold, looked at in a real browser. */
final class PageChecks {

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private PageChecks() {}

  static void noSeriousAxeFinding(Page page, String what) {
    noSerious(new AxeBuilder(page), page, what);
  }

  /** In other colours nothing else can be otherwise. */
  static void hasContrast(Page page, String what) {
    noSerious(new AxeBuilder(page).withRules(List.of("color-contrast")), page, what);
  }

  /** Keeps a picture of the whole page where people want to look at them all. */
  static void shoot(Page page, String name) {
    if (Boolean.getBoolean("screenshots")) {
      String file = name.replaceAll("[^a-zA-Z0-9]+", "-") + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", file)));
    }
  }

  /** No page here has frames, so axe need not open another page to put results together. */
  private static void noSerious(AxeBuilder axe, Page page, String what) {
    List<Rule> findings =
        axe.setLegacyMode(true).analyze().getViolations().stream()
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
