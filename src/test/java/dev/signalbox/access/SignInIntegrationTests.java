package dev.signalbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class SignInIntegrationTests {

  private static final Actor ROOT = Actor.person("root");

  @Autowired TestPeople people;
  @Autowired People accounts;
  @Autowired BootstrapPassword bootstrap;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void takesAPersonToTheirOwnPasswordFirst() {
    String username = "newcomer-" + port;
    String oneTime = accounts.create(username, "New Comer", false, ROOT).oneTimePassword();
    Browser browser = new Browser(port);

    assertThat(browser.signIn(username, oneTime).status()).isEqualTo(302);
    assertThat(browser.get("/projects/x/timeline").header("Location")).endsWith("/password");
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(403);
    assertThat(browser.get("/api/v1/me").body()).contains("Set your own password first");

    assertThat(change(browser, oneTime, "too short", "too short").status()).isEqualTo(422);
    assertThat(change(browser, oneTime, "a long own password", "another one here").status())
        .isEqualTo(422);
    assertThat(change(browser, "wrong", "a long own password", "a long own password").status())
        .isEqualTo(422);
    Browser.Answer set = change(browser, oneTime, "a long own password", "a long own password");
    assertThat(set.header("Location")).contains("/login?changed");

    assertThat(browser.get("/api/v1/me").status()).as("the old session").isEqualTo(401);
    assertThat(browser.signIn(username, oneTime).header("Location")).contains("refused");
    browser.signIn(username, "a long own password");
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void sendsAnonymousToTheSignInPageAndBack() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    assertThat(browser.get("/projects/p/timeline?type=task").header("Location"))
        .endsWith("/login?next=%2Fprojects%2Fp%2Ftimeline%3Ftype%3Dtask");
    Browser.Answer answer =
        browser.submit(
            "/login",
            "/login",
            Map.of(
                "username", person.username().toUpperCase(java.util.Locale.ROOT),
                "password", person.password(),
                "next", "/projects/p/timeline?type=task"));
    assertThat(answer.header("Location")).endsWith("/projects/p/timeline?type=task");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("signalbox_session=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void refusesFormsWithoutTheirCsrfToken() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    Map<String, String> form = Map.of("username", person.username(), "password", person.password());
    assertThat(browser.post("/login", form).status()).as("login").isEqualTo(403);
    browser.signIn(person.username(), person.password());
    assertThat(browser.post("/logout", Map.of()).status()).as("logout").isEqualTo(403);
    assertThat(browser.post("/logout", Map.of("_csrf", new Browser(port).csrf("/login"))).status())
        .as("token of another browser")
        .isEqualTo(403);
    assertThat(
            browser
                .send("POST", "/api/v1/tokens", Map.of("Content-Type", "application/json"), "{}")
                .status())
        .as("API with a session")
        .isEqualTo(403);
    assertThat(browser.get("/api/v1/me").status()).as("still signed in").isEqualTo(200);
  }

  @Test
  void takesTheCsrfTokenInAHeaderFromPagesThatCallTheApi() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    browser.signIn(person.username(), person.password());
    Browser.Answer made =
        browser.send(
            "POST",
            "/api/v1/tokens",
            Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", browser.csrf("/password")),
            "{\"name\":\"laptop\",\"scopes\":[\"read\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).contains("\"token\":\"sbx_");
  }

  @Test
  void makesANewSessionAtEachSignInAndEndsItAtSignOut() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    browser.cookies().put("signalbox_session", "planted-by-somebody-else");
    browser.signIn(person.username(), person.password());
    String session = browser.cookies().get("signalbox_session");
    assertThat(session).hasSizeGreaterThan(40);

    browser.submit("/password", "/logout", Map.of());
    assertThat(browser.cookies()).doesNotContainKey("signalbox_session");
    browser.cookies().put("signalbox_session", session);
    assertThat(browser.get("/api/v1/me").status()).as("reused after sign-out").isEqualTo(401);
  }

  @Test
  void endsSessionsByIdlenessAgeAndDisabling() {
    for (String ending :
        List.of(
            "update account_session set last_seen_at = now() - interval '31 minutes'",
            "update account_session set created_at = now() - interval '13 hours',"
                + " expires_at = now() - interval '1 second'",
            "update account set enabled = false")) {
      TestPeople.Person person = people.person("p", Role.VIEWER);
      Browser browser = new Browser(port);
      browser.signIn(person.username(), person.password());
      assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
      String column = ending.contains("account_session") ? "account_id" : "id";
      jdbc.sql(ending + " where " + column + " = (select id from account where username = ?)")
          .param(person.username())
          .update();
      assertThat(browser.get("/api/v1/me").status()).as(ending).isEqualTo(401);
    }
  }

  @Test
  void losesARoleWithTheNextRequest() {
    TestPeople.Person person = people.person("lost", Role.VIEWER);
    Browser browser = new Browser(port);
    browser.signIn(person.username(), person.password());
    assertThat(browser.get("/api/v1/projects/lost/timeline").status()).isEqualTo(200);
    people.expel("lost", person.username());
    assertThat(browser.get("/api/v1/projects/lost/timeline").status()).isEqualTo(404);
  }

  @Test
  void slowsThoseWhoGuessAndNobodyElse() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    TestPeople.Person other = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    for (int i = 0; i < 5; i++) {
      Browser.Answer refused = browser.signIn(person.username(), "guess " + i);
      assertThat(refused.header("Location"))
          .as(i + ": " + refused.status())
          .contains("/login?refused");
    }
    Browser.Answer sixth = browser.signIn(person.username(), person.password());
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.body()).contains("Too many requests").doesNotContain("Exception");
    assertThat(new Browser(port).signIn(other.username(), other.password()).status())
        .isEqualTo(302);
  }

  @Test
  void sendsTheSecurityHeadersWithEveryAnswer() {
    Browser browser = new Browser(port);
    for (String path : List.of("/login", "/app.css", "/nowhere", "/api/v1/nowhere")) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }
  }

  @Test
  void answersWholeProblemsWhenSessionsCannotBeRead() {
    TestPeople.Person person = people.person("p", Role.VIEWER);
    Browser browser = new Browser(port);
    browser.signIn(person.username(), person.password());
    jdbc.sql("alter table account_session rename to account_session_away").update();
    try {
      Browser.Answer api = browser.get("/api/v1/me");
      assertThat(api.status()).isEqualTo(500);
      assertThat(api.body()).startsWith("{").endsWith("}").doesNotContain("account_session");
      Browser.Answer page = browser.get("/password");
      assertThat(page.status()).isEqualTo(500);
      assertThat(page.body()).contains("</html>").doesNotContain("account_session");
      assertThat(browser.get("/app.css").status()).as("asks for nobody").isEqualTo(200);
    } finally {
      jdbc.sql("alter table account_session_away rename to account_session").update();
    }
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void holdsABootstrapPasswordThatSignsInOnce() {
    Browser browser = new Browser(port);
    String password = bootstrap.oneTime().orElseThrow();
    assertThat(browser.signIn(BootstrapPassword.USERNAME, password).status()).isEqualTo(302);
    assertThat(browser.get("/projects/x/timeline").header("Location")).endsWith("/password");
  }

  private static Browser.Answer change(
      Browser browser, String present, String fresh, String again) {
    return browser.submit(
        "/password", "/password", Map.of("present", present, "fresh", fresh, "again", again));
  }
}
