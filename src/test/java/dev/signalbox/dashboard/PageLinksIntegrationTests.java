package dev.signalbox.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.AgedPlan;
import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page was asked for stays asked for behind its links and forms. */
@SignalboxTest
class PageLinksIntegrationTests {

  private static final Actor ADA = Actor.person("ada");
  private static final String SCOPE = "<input type=\"hidden\" name=\"sprint\" value=\"505\"";

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Plan plan;
  @Autowired PlanBook book;
  @Autowired TaskDesk desk;
  @Autowired AgedPlan ages;

  private final ProjectKey project =
      new ProjectKey("l" + UUID.randomUUID().toString().substring(0, 12));
  private Browser browser;

  @BeforeEach
  void write() {
    plan.createProject(project, "Links", ADA);
    plan.apply(
        project,
        new PlanEdit(
            new SprintText("505", "Yard", "", "", List.of()),
            List.of(task("A", "X"), task("B")),
            List.of(new ExternalText("X", ExternalKind.ARTEFACT, "Drawings", "Bridge office")),
            List.of(),
            List.of()),
        ADA);
    Person person = people.person(project.value(), Role.CONTRIBUTOR);
    browser = new Browser(port);
    browser.signIn(person.username(), person.password());
  }

  @Test
  void theBlockersOfASprintStayThatSprints() {
    String page = page("/blockers?sprint=505");
    assertThat(page.split(SCOPE, -1)).hasSize(3);
    assertThat(page).contains("/blockers?sprint=505&amp;whatif=external:X#what-if");
    assertThat(page("/blockers?sprint=505&whatif=external:X"))
        .contains("<a href=\"/projects/" + project + "/blockers?sprint=505\">Forget it</a>");
    String whole = page("/blockers");
    assertThat(whole).doesNotContain("name=\"sprint\"");
    assertThat(whole).contains("/blockers?whatif=external:X#what-if");
  }

  @Test
  void theSprintOfThePastStaysInThePast() {
    LocalDate day = ages.aged(project);
    String past = page("/sprints/505?view=table&q=owner:Guild&asOf=" + day);
    assertThat(past).contains("/blockers?sprint=505&amp;asOf=" + day);
    assertThat(past).contains("/tasks/A?asOf=" + day);
    assertThat(past).doesNotContain("name=\"sprint\"");
    assertThat(past).contains("<input type=\"hidden\" name=\"q\" value=\"owner:Guild\">");
    assertThat(past)
        .contains(
            "href=\"/projects/"
                + project
                + "/sprints/505?view=table&amp;q=owner%3AGuild\">Back to now");
    for (String page :
        List.of("/tasks/A", "/externals/X", "/externals", "/proposals", "/sprints")) {
      assertThat(page(page + "?asOf=" + day)).contains("as it was at the end of");
      assertThat(page(page + "?asOf=" + day)).doesNotContain("method=\"post\" action=\"/projects");
    }
    assertThat(page("/sprints/505?view=table")).doesNotContain("asOf=");
  }

  @Test
  void aDayThatIsNotKnownIsRefusedWithAReason() {
    for (String page : List.of("/tasks/A", "/externals", "/proposals", "/sprints", "/graph")) {
      Browser.Answer early = browser.get("/projects/" + project + page + "?asOf=2020-01-01");
      assertThat(early.status()).as(page).isEqualTo(400);
      assertThat(early.body()).contains("what is known of this plan begins at");
      Browser.Answer late = browser.get("/projects/" + project + page + "?asOf=9999-01-01");
      assertThat(late.status()).as(page).isEqualTo(400);
      assertThat(late.body()).contains("lies in the future");
    }
  }

  @Test
  void aTaskThatOnlyWordsHoldCanBeFinishedWithAReason() {
    assertThat(page("/tasks/B")).doesNotContain("id=\"do-override\"");
    TaskKey key = new TaskKey("B");
    long version = book.task(project, null, key).orElseThrow().version();
    desk.perform(
        project,
        key,
        version,
        new TaskCommand.Block(BlockerClass.DECISION, "nobody chose a colour", null, null),
        ADA);
    assertThat(page("/tasks/B")).contains("<form id=\"do-override\" method=\"post\"");
  }

  private String page(String path) {
    Browser.Answer answer = browser.get("/projects/" + project + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static TaskText task(String key, String... dependsOn) {
    return new TaskText(
        new TaskKey(key),
        "Do " + key,
        TaskState.TODO,
        null,
        List.of("Guild"),
        "",
        List.of(dependsOn),
        List.of());
  }
}
