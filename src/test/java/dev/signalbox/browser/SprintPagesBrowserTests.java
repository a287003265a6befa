package dev.signalbox.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.signalbox.AgedPlan;
import dev.signalbox.SignalboxTest;
import dev.signalbox.access.Members;
import dev.signalbox.access.People;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintDesk;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintLines;
import dev.signalbox.sample.SampleProject;
import dev.signalbox.timeline.Ids;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of sprints and tasks: archived, let go of what they wait for, and given back. */
@SignalboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SprintPagesBrowserTests {

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Members members;
  @Autowired private SampleProject sample;
  @Autowired private SprintDesk sprints;
  @Autowired private Ids ids;
  @Autowired private AgedPlan ages;

  private Visitor visitor;
  private String past;
  private ProjectKey project;

  @BeforeAll
  void come() {
    project = new ProjectKey("sprints-" + ids.uuid().toString().substring(0, 8));
    sample.create(project.value(), "Sample", Visitor.TEST);
    SprintKey later = new SprintKey("506");
    sprints.create(
        project,
        later,
        new SprintLines("Later", "", "", List.of("Sprint 505", "Sprint 999")),
        Visitor.TEST);
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
            "/sprints",
            "/sprints/505",
            "/sprints/505" + past,
            "/sprints/505/document",
            "/graph" + past,
            "/progress",
            "/progress?sprint=505",
            "/sprints" + past,
            "/tasks/DEVOPS-LEDGER-OAS-62-001-REL" + past,
            "/tasks/DEVOPS-LEDGER-OAS-62-001-REL"));
  }

  @Test
  void aDependencyIsWaivedWithAReasonAndWaitedForAfterAll() {
    visitor.withoutJavaScript(
        "/sprints/506",
        page -> {
          page.locator("summary").first().click();
          Locator known = page.locator("[data-depends='Sprint 505']");
          assertThat(known).containsText("holds every task until it is done");
          assertThat(page.locator("[data-depends='Sprint 999']")).containsText("not here");
          known.locator("input[name=reason]").fill("only the document is needed");
          known.locator("button").click();
          page.locator("summary").first().click();
          assertThat(known).containsText("only the document is needed");
          known.locator("button").click();
          page.locator("summary").first().click();
          assertThat(known).containsText("holds every task until it is done");
        });
  }

  @Test
  void aSprintWithOpenTasksIsNotArchivedAndAnEmptyOneIsAndComesBack() {
    visitor.withoutJavaScript(
        "/sprints/505",
        page -> {
          Visitor.press(page, "Archive this sprint");
          assertThat(page.locator("[role=alert]")).containsText("open tasks");
        });
    visitor.withoutJavaScript(
        "/sprints/506",
        page -> {
          Visitor.press(page, "Archive this sprint");
          assertThat(page.locator("main")).containsText("This sprint is archived");
          page.navigate(page.url().replaceFirst("/506.*", ""));
          assertThat(page.locator("[data-sprint='506']")).hasCount(0);
          page.getByText("archived too").click();
          page.locator("[data-sprint='506'] a").first().click();
          Visitor.press(page, "Bring it back from the archive");
          assertThat(page.locator("main")).not().containsText("This sprint is archived");
        });
  }

  @Test
  void theDocumentOfAnUntouchedSprintComesBackAsItCameIn() {
    visitor.withoutJavaScript(
        "/sprints/505/document",
        page -> assertThat(page.locator("#verdict")).containsText("byte for byte"));
  }

  @Test
  void howItWentIsDrawnWithItsNumbersBelow() {
    visitor.withoutJavaScript(
        "/progress",
        page -> {
          assertThat(page.locator("figure svg desc")).hasCount(2);
          assertThat(page.locator("figure > svg path.line-REMAINING")).hasCount(1);
          assertThat(page.locator("#between")).containsText("25 came into the plan");
          page.getByText("The numbers").click();
          assertThat(page.locator("table td").first()).hasText("25");
          page.getByLabel("To the end of").fill("2020-01-01");
          Visitor.press(page, "Show");
          assertThat(page.locator("main")).containsText("It begins before it ends");
        });
  }

  @Test
  void theTreeOfATaskIsThereForToolsToo() {
    visitor.withoutJavaScript(
        "/tasks/DEVOPS-LEDGER-OAS-62-001-REL",
        page -> {
          assertThat(page.locator("#explanation .holding")).not().hasCount(0);
          assertThat(page.getByText("Mermaid"))
              .hasAttribute(
                  "href",
                  "/api/v1/projects/"
                      + project
                      + "/tasks/DEVOPS-LEDGER-OAS-62-001-REL/explanation?format=mermaid");
          page.getByText("Say whether it is so").click();
          assertThat(page.locator("[data-proposal]")).not().hasCount(0);
        });
  }
}
