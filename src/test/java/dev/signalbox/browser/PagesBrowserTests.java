package dev.signalbox.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.signalbox.SignalboxTest;
import dev.signalbox.access.Members;
import dev.signalbox.access.People;
import dev.signalbox.access.Role;
import dev.signalbox.sample.SampleProject;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in a real Chromium: dark and light, phone and 200 % zoom, keyboard, no JavaScript. */
@SignalboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTests {

  private static final Actor TEST = Actor.system("browser-test");
  private static final String PASSWORD = "a long enough password";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Members members;
  @Autowired private SampleProject sample;
  @Autowired private Ids ids;

  private Chromium chromium;
  private String username = "";
  private String project = "";
  private String storage = "";

  @BeforeAll
  void signIn() throws Exception {
    chromium = Chromium.start();
    String suffix = ids.uuid().toString().substring(0, 8);
    username = "eve-" + suffix;
    project = "pages-" + suffix;
    String oneTime = people.create(username, "Eve", false, TEST).oneTimePassword();
    makeSample(project);
    try (BrowserContext context = context(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(url("/"));
      assertThat(page).hasTitle("Sign in - Signalbox");
      PageChecks.noSeriousAxeFinding(page, "sign-in");
      page.getByLabel("Username").fill(username);
      page.getByLabel("Password").fill(oneTime);
      page.keyboard().press("Enter");
      page.waitForURL("**/password**");
      PageChecks.noSeriousAxeFinding(page, "set a password");
      page.locator("input[name=present]").fill(oneTime);
      page.locator("input[name=fresh]").fill(PASSWORD);
      page.locator("input[name=again]").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/login**");
      page.getByLabel("Username").fill(username);
      page.getByLabel("Password").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/projects/" + project + "/sprints/505**");
      storage = context.storageState();
    }
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void noPageHasASeriousAxeFindingInLightOrDark() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = context(signedIn().setColorScheme(scheme))) {
        Page page = context.newPage();
        List<String> complaints = listen(page);
        for (String path : pages()) {
          page.navigate(url(path));
          if (scheme == ColorScheme.LIGHT) {
            PageChecks.noSeriousAxeFinding(page, path);
          } else {
            PageChecks.hasContrast(page, "dark " + path);
          }
          PageChecks.shoot(page, scheme + path.replace(project, "p"));
        }
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
      }
    }
  }

  @Test
  void everyPageFitsAPhoneAndTwoHundredPercent() {
    try (BrowserContext phone = context(signedIn().setViewportSize(390, 844));
        BrowserContext zoomed =
            context(signedIn().setViewportSize(640, 480).setDeviceScaleFactor(2))) {
      for (BrowserContext context : List.of(phone, zoomed)) {
        Page page = context.newPage();
        for (String path : pages()) {
          page.navigate(url(path));
          PageChecks.fitsItsWidth(page, path);
        }
        PageChecks.shoot(page, "narrow-" + page.viewportSize().width);
      }
    }
  }

  @Test
  void theBoardShowsEveryTaskInItsDerivedState() {
    try (BrowserContext context = context(signedIn().setViewportSize(1400, 900))) {
      Page page = context.newPage();
      String untouched = project.replace("pages", "board");
      makeSample(untouched);
      page.navigate(url("/projects/" + untouched));
      assertThat(page.locator("[data-task]").count()).isEqualTo(25);
      assertThat(page.locator("[data-column=DONE] [data-task]").count()).isEqualTo(15);
      assertThat(page.locator("[data-task=DEVOPS-LNM-22-003]"))
          .hasAttribute("data-state", "BLOCKED");
      if (Boolean.getBoolean("screenshots.update")) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "sprint.png")));
      }
      assertThat(Path.of("docs", "sprint.png")).isNotEmptyFile();
    }
  }

  @Test
  void aKeyboardAloneFindsFiltersAndOpensATask() {
    try (BrowserContext context = context(signedIn())) {
      Page page = context.newPage();
      page.navigate(url("/projects/" + project));
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Skip to the content");
      page.getByLabel("Find tasks").focus();
      page.keyboard().type("state:blocked");
      page.keyboard().press("Enter");
      page.waitForURL("**q=state**");
      assertThat(page.locator("[data-column=DONE] [data-task]").count()).isZero();
      Locator first = page.locator("[data-column=BLOCKED] [data-task] a").first();
      first.focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/tasks/**");
      assertThat(page.locator("#derived")).hasText("BLOCKED");
    }
  }

  @Test
  void theCoreWorksWithoutJavaScript() {
    try (BrowserContext context = context(signedIn().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(url("/projects/" + project + "/tasks/DEVOPS-GRAPH-24-003"));
      page.getByRole(
              com.microsoft.playwright.options.AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName("Reopen"))
          .click();
      assertThat(page.locator("#derived")).not().hasText("DONE");
    }
  }

  @Test
  void anotherPersonsChangeAppearsWithoutAReload() {
    try (BrowserContext watching = context(signedIn());
        BrowserContext working = context(signedIn())) {
      Page board = watching.newPage();
      board.navigate(url("/projects/" + project));
      Locator card = board.locator("[data-column=DOING] [data-task=DEVOPS-OAS-61-002]");
      assertThat(card).hasCount(0);
      Page task = working.newPage();
      task.navigate(url("/projects/" + project + "/tasks/DEVOPS-OAS-61-002"));
      press(task, "Reopen");
      press(task, "Start");
      assertThat(card).hasCount(1);
    }
  }

  @Test
  void theFormApprovesWhatThePageShowsNow() {
    try (BrowserContext watching = context(signedIn());
        BrowserContext working = context(signedIn())) {
      Page gate = watching.newPage();
      gate.navigate(url("/projects/" + project + "/gates/release-505"));
      String before = gate.locator("#digest").textContent();
      Page task = working.newPage();
      task.navigate(url("/projects/" + project + "/tasks/DEVOPS-OPENSSL-11-002"));
      press(task, "Reopen");
      assertThat(gate.locator("#digest")).not().hasText(before);
      assertThat(gate.locator("input[name=digest]"))
          .hasValue(gate.locator("#digest").textContent());
    }
  }

  private void makeSample(String key) {
    sample.create(key, "Sample", TEST);
    members.grant(
        key, username, EnumSet.of(Role.CONTRIBUTOR, Role.RELEASE_MANAGER, Role.ADMIN), TEST);
  }

  private static void press(Page page, String button) {
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private List<String> pages() {
    String base = "/projects/" + project;
    return List.of(
        "/projects",
        "/account",
        base + "/sprints/505",
        base + "/sprints/505?view=table",
        base + "/tasks/DEVOPS-LNM-22-003",
        base + "/blockers",
        base + "/graph",
        base + "/jobs",
        base + "/jobs/graph-load",
        base + "/gates",
        base + "/gates/release-505",
        base + "/release",
        base + "/deliveries",
        base + "/timeline",
        base + "/imports");
  }

  private static List<String> listen(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().contains("Content Security")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return complaints;
  }

  private Browser.NewContextOptions signedIn() {
    return new Browser.NewContextOptions().setStorageState(storage);
  }

  private BrowserContext context(Browser.NewContextOptions options) {
    BrowserContext context = chromium.browser.newContext(options);
    context.setDefaultTimeout(15_000);
    return context;
  }

  private String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
