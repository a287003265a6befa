package dev.signalbox.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.signalbox.AgedPlan;
import dev.signalbox.SignalboxTest;
import dev.signalbox.access.Members;
import dev.signalbox.access.People;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.sample.SampleProject;
import dev.signalbox.timeline.Ids;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriUtils;

/** Proposals, external items and root causes: decided, closed, taken back and supposed by forms. */
@SignalboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldPagesBrowserTests {

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Members members;
  @Autowired private SampleProject sample;
  @Autowired private PlanBook book;
  @Autowired private Ids ids;
  @Autowired private AgedPlan ages;

  private Visitor visitor;
  private String past;
  private ProjectKey project;

  @BeforeAll
  void come() {
    project = new ProjectKey("held-" + ids.uuid().toString().substring(0, 8));
    sample.create(project.value(), "Sample", Visitor.TEST);
    past = "?asOf=" + ages.aged(project);
    visitor = Visitor.to(project.value(), port, people, members, ids);
  }

  @AfterAll
  void leave() {
    if (visitor != null) {
      visitor.close();
    }
  }

  @Test
  void thePagesAreReadableEverywhere() {
    visitor.inspect(
        List.of(
            "/blockers",
            "/blockers?whatif=" + encoded("external:ledger API description"),
            "/blockers" + past,
            "/proposals",
            "/externals",
            "/proposals" + past,
            "/externals/" + segment(first(null)) + past,
            "/externals/" + segment(first(null))));
  }

  @Test
  void aProposalIsConfirmedByItsButtonAndSeveralAreDroppedByTheirBoxes() {
    visitor.withoutJavaScript(
        "/proposals",
        page -> {
          Locator asks = page.locator("[data-proposal]");
          int before = asks.count();
          assertThat(before).isGreaterThan(2);
          page.getByText(
                  "It is so", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
              .first()
              .click();
          assertThat(asks).hasCount(before - 1);
          assertThat(page.locator("#decided")).containsText("confirmed");
          page.locator("input[name=chosen]").nth(0).check();
          page.locator("input[name=chosen]").nth(1).check();
          page.getByLabel("Why it is not so").fill("misread");
          Visitor.press(page, "Drop the chosen");
          assertThat(page.locator("[role=status]")).containsText("2 proposals are decided");
          assertThat(asks).hasCount(before - 3);
          Visitor.press(page, "Confirm the chosen");
          assertThat(page.locator("[role=alert]")).containsText("at least one");
        });
  }

  @Test
  void aProposalIsCorrectedWithWhatItAwaitsAndFromWhom() {
    visitor.withoutJavaScript(
        "/proposals",
        page -> {
          Locator ask = page.locator("[data-proposal]").last();
          String id = ask.getAttribute("data-proposal");
          ask.locator("summary").click();
          ask.getByLabel("Key of what is awaited").fill("a/b");
          ask.getByLabel("From whom").fill("Harbour office");
          ask.getByText("Correct and confirm").click();
          assertThat(page.locator("[role=alert]")).containsText("one line of 1 to 200");
          Locator same = page.locator("[data-proposal='" + id + "']");
          assertThat(same.getByLabel("From whom")).hasValue("Harbour office");
          same.getByLabel("Class").selectOption("DECISION");
          same.getByLabel("Key of what is awaited").fill("harbour-plan");
          same.getByLabel("The artefact in words").fill("The plan of the harbour");
          same.getByText("Correct and confirm").click();
          assertThat(page.locator("[role=status]")).containsText("1 proposal is decided");
          assertThat(page.locator("[data-proposal='" + id + "']")).hasCount(0);
        });
    ExternalView item = book.external(project, null, new TargetKey("harbour-plan")).orElseThrow();
    assertThat(item.owner()).isEqualTo("Harbour office");
    assertThat(item.text()).isEqualTo("The plan of the harbour");
  }

  @Test
  void theOwnerAndTheDayOfAnItemAreSetAndNobodyOverwritesThem() {
    String key = first(Boolean.FALSE);
    visitor.withoutJavaScript(
        "/externals/" + segment(key),
        page -> {
          String seen = page.locator("#do-edit input[name=version]").inputValue();
          page.getByLabel("From whom").fill("Harbour office");
          page.getByLabel("Expected on").fill("2030-01-31");
          Visitor.press(page, "Keep");
          assertThat(page.locator("dl.facts").first()).containsText("Harbour office");
          assertThat(page.locator("dl.facts").first()).containsText("2030-01-31");
          page.evaluate(
              "seen => { document.querySelector('#do-edit input[name=version]').value = seen; }",
              seen);
          page.getByLabel("From whom").fill("Somebody else");
          Visitor.press(page, "Keep");
          assertThat(page.locator("[role=alert]")).containsText("in the meantime");
          assertThat(page.locator("#do-edit input[name=owner]")).hasValue("Somebody else");
        });
    ExternalView item = book.external(project, null, new TargetKey(key)).orElseThrow();
    assertThat(item.owner()).isEqualTo("Harbour office");
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
  }

  @Test
  void anItemIsClosedByEvidenceAndHeldAgainWhenThatIsTakenBack() {
    String key = first(Boolean.FALSE);
    visitor.withoutJavaScript(
        "/externals/" + segment(key),
        page -> {
          Visitor.press(page, "Close it by this evidence");
          assertThat(page.locator("[role=alert]")).containsText("evidence is needed");
          page.getByLabel("Link").fill("https://example.org/contract.md");
          page.getByLabel("Note").fill("published");
          Visitor.press(page, "Close it by this evidence");
          assertThat(page.locator("#standing")).hasText("there");
          page.getByLabel("Why the evidence is taken back").fill("a draft only");
          Visitor.press(page, "Take the evidence back");
          assertThat(page.locator("#standing")).hasText("awaited");
          assertThat(page.locator("main")).containsText("a draft only");
        });
    ExternalView item = book.external(project, null, new TargetKey(key)).orElseThrow();
    assertThat(item.closed()).isFalse();
  }

  @Test
  void whatWouldBeIfIsAnsweredInPlaceForOneCauseAndForSeveral() {
    visitor.withoutJavaScript(
        "/blockers",
        page -> {
          assertThat(page.locator("#headline")).containsText("Findings Ledger Guild");
          assertThat(page.locator("[data-party]").first())
              .hasAttribute("data-party", "Findings Ledger Guild");
          page.locator(
                  "[data-cause] a",
                  new com.microsoft.playwright.Page.LocatorOptions().setHasText("gone?"))
              .first()
              .click();
          assertThat(page.locator("#what-if-answer")).containsText("would");
          assertThat(page.locator("[data-supposed]")).not().hasCount(0);
          int one = page.locator("[data-supposed]").count();
          Locator boxes = page.locator("input[name=whatif]");
          for (int at = 0; at < boxes.count(); at++) {
            boxes.nth(at).check();
          }
          Visitor.press(page, "What if all the chosen were gone?");
          assertThat(page.locator("#what-if .notice-bad")).hasCount(0);
          assertThat(page.locator("[data-supposed]").count()).isGreaterThan(one);
        });
  }

  @Test
  void whatCannotBeSupposedIsNamedWholeWithItsComma() {
    visitor.withoutJavaScript(
        "/blockers?whatif=" + encoded("external:one, two"),
        page ->
            assertThat(page.locator("#what-if .notice-bad"))
                .hasText("Nothing here can be supposed of external:one, two."));
  }

  @Test
  void thePastIsShownUnderABanner() {
    visitor.withoutJavaScript(
        "/blockers" + past + "&sprint=505",
        page -> {
          assertThat(page.locator("[role=status]")).containsText(past.substring(6));
          assertThat(page.locator("h1")).containsText("in sprint 505");
          page.getByText("External items").click();
          assertThat(page.locator("[role=status]")).containsText(past.substring(6));
          page.getByText("closed", exactly()).click();
          assertThat(page.locator("[role=status]")).containsText(past.substring(6));
          page.goBack();
          page.locator("[data-external] a").first().click();
          assertThat(page.locator("[role=status]")).containsText(past.substring(6));
          assertThat(page.locator("#do-edit")).hasCount(0);
          page.navigate(
              page.url().replaceFirst("/externals/.*", "/blockers" + past + "&sprint=505"));
          page.getByText("Back to now").click();
          assertThat(page.locator("[role=status]")).hasCount(0);
          assertThat(page.locator("h1")).containsText("in sprint 505");
          assertThat(page.locator("#headline")).isVisible();
        });
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
  }

  private String first(@org.jspecify.annotations.Nullable Boolean closed) {
    return book.externals(project, null, closed, null, 1).items().getFirst().key();
  }

  private static String segment(String key) {
    return UriUtils.encodePathSegment(key, java.nio.charset.StandardCharsets.UTF_8);
  }
}
