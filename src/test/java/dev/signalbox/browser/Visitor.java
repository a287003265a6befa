package dev.signalbox.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.signalbox.access.Members;
import dev.signalbox.access.People;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** Somebody who is signed in and may do everything in one project, with a browser of their own. */
final class Visitor implements AutoCloseable {

  static final Actor TEST = Actor.system("browser-test");
  static final String PASSWORD = "a long enough password";

  private final Chromium chromium = Chromium.start();
  private final int port;
  private final String project;
  private String storage = "";

  private Visitor(int port, String project) {
    this.port = port;
    this.project = project;
  }

  /** Comes to a project that is there; whoever comes gets a name and a password on the way. */
  static Visitor to(String project, int port, People people, Members members, Ids ids) {
    Visitor visitor = new Visitor(port, project);
    String username = "vi-" + ids.uuid().toString().substring(0, 8);
    String oneTime = people.create(username, "Vi", false, TEST).oneTimePassword();
    members.grant(
        project, username, EnumSet.of(Role.CONTRIBUTOR, Role.RELEASE_MANAGER, Role.ADMIN), TEST);
    visitor.signIn(username, oneTime);
    return visitor;
  }

  private void signIn(String username, String oneTime) {
    try (BrowserContext context = context(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(url("/login"));
      page.getByLabel("Username").fill(username);
      page.getByLabel("Password").fill(oneTime);
      page.keyboard().press("Enter");
      page.waitForURL("**/password**");
      page.locator("input[name=present]").fill(oneTime);
      page.locator("input[name=fresh]").fill(PASSWORD);
      page.locator("input[name=again]").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/login**");
      page.getByLabel("Username").fill(username);
      page.getByLabel("Password").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/projects/**");
      storage = context.storageState();
    }
  }

  /** Does something on a page of the project without JavaScript. */
  void withoutJavaScript(String path, Consumer<Page> act) {
    try (BrowserContext context =
        context(
            new Browser.NewContextOptions().setStorageState(storage).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(url("/projects/" + project + path));
      act.accept(page);
    }
  }

  /** Looks at the pages in light, in dark, on a phone and at 200 %: axe, colours, width. */
  void inspect(List<String> paths) {
    look(
        signedIn().setColorScheme(ColorScheme.LIGHT),
        paths,
        "light",
        page -> PageChecks.noSeriousAxeFinding(page, "light"));
    look(
        signedIn().setColorScheme(ColorScheme.DARK),
        paths,
        "dark",
        page -> PageChecks.hasContrast(page, "dark"));
    look(
        signedIn().setViewportSize(360, 740),
        paths,
        "phone",
        page -> PageChecks.fitsItsWidth(page, "phone"));
    look(
        signedIn().setViewportSize(640, 480).setDeviceScaleFactor(2),
        paths,
        "zoom",
        page -> PageChecks.fitsItsWidth(page, "200 %"));
  }

  private void look(
      Browser.NewContextOptions options, List<String> paths, String name, Consumer<Page> check) {
    try (BrowserContext context = context(options)) {
      Page page = context.newPage();
      for (String path : paths) {
        page.navigate(url("/projects/" + project + path));
        PageChecks.shoot(page, name + path);
        check.accept(page);
      }
    }
  }

  static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
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

  @Override
  public void close() {
    chromium.close();
  }
}
