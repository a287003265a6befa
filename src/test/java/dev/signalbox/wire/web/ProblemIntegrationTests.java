package dev.signalbox.wire.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SignalboxTest
class ProblemIntegrationTests {

  private static final String TOKENS = "/api/v1/projects/faults/tokens";

  @Autowired TestPeople people;
  @LocalServerPort int port;

  private TestPeople.Person admin;

  @BeforeEach
  void comeAnew() {
    admin = people.person("faults", Role.ADMIN);
  }

  @Test
  void namesThePlaceInUnreadableJson() {
    Browser.Answer answer = post("{\n  \"name\": \"a\",\n  \"scopes\": [\"read\"\n");
    problem(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("line").contains("not well-formed");
    problem(post(""), 400, "invalid-request");
    problem(post("{\"name\":\"a\",\"name\":\"b\"}"), 400, "invalid-request");
    problem(post("[".repeat(5_000)), 400, "invalid-request");
  }

  @Test
  void refusesUnknownProperties() {
    Browser.Answer answer = post("{\"name\":\"a\",\"scopes\":[\"read\"],\"revokedAt\":null}");
    problem(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("unknown property 'revokedAt'");
  }

  @Test
  void listsEveryInvalidField() {
    Browser.Answer answer = post("{\"name\":\" \",\"scopes\":[],\"days\":0}");
    problem(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("\"errors\"", "\"name\"", "\"scopes\"", "\"days\"");
  }

  @Test
  void namesTheAllowedWordsOfAnEnum() {
    Browser.Answer answer =
        send("PUT", "/api/v1/projects/faults/members/x", "{\"roles\":[\"BOSS\"]}");
    problem(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("RELEASE_MANAGER").contains("roles[0]");
  }

  @Test
  void refusesWrongMethodsTypesAndParameters() {
    problem(send("PATCH", TOKENS, "{}"), 405, "method-not-allowed");
    Browser.Answer plain =
        new Browser(port)
            .send(
                "POST",
                TOKENS,
                Map.of("Authorization", admin.bearer(), "Content-Type", "text/plain"),
                "x");
    problem(plain, 415, "unsupported-media-type");
    String accounts = "/api/v1/accounts";
    TestPeople.Person root = people.systemAdministrator();
    for (String query :
        List.of("?limit=1000000000", "?limit=-1", "?limit=abc", "?cursor=AAAA", "?cursor=%00")) {
      problem(get(accounts + query, root), 400, "invalid-request");
    }
  }

  @Test
  void answersUnknownAddressesInTheFormOfTheirReader() {
    Browser browser = new Browser(port);
    problem(browser.get("/api/v1/nowhere"), 404, "not-found");
    problem(browser.get("/hooks/a/b/c/d"), 404, "not-found");
    for (String page : List.of("/nowhere", "/actuator", "/actuator/env", "/error")) {
      Browser.Answer answer = browser.get(page);
      assertThat(answer.status()).as(page).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
      assertThat(answer.body()).contains("There is no such thing");
    }
  }

  @Test
  void refusesNulWithoutAFault() {
    problem(post("{\"name\":\"a\\u0000b\",\"scopes\":[\"read\"]}"), 422, "unprocessable");
    Browser.Answer account =
        new Browser(port)
            .send(
                "POST",
                "/api/v1/accounts",
                Map.of(
                    "Authorization",
                    people.systemAdministrator().bearer(),
                    "Content-Type",
                    "application/json"),
                "{\"username\":\"nul-" + admin.username() + "\",\"displayName\":\"a\\u0000b\"}");
    problem(account, 400, "invalid-request");
  }

  @Test
  void givesEachRequestItsId() {
    Browser browser = new Browser(port);
    Browser.Answer own =
        browser.send("GET", "/api/v1/nowhere", Map.of("X-Request-Id", "deploy-2026-11-23"), null);
    assertThat(own.header("X-Request-Id")).isEqualTo("deploy-2026-11-23");
    assertThat(own.body()).contains("deploy-2026-11-23");
    Browser.Answer odd =
        browser.send("GET", "/api/v1/nowhere", Map.of("X-Request-Id", "<b>short</b>"), null);
    assertThat(odd.header("X-Request-Id")).matches("[0-9a-f]{24}");
  }

  private Browser.Answer post(String body) {
    return send("POST", TOKENS, body);
  }

  private Browser.Answer get(String path, TestPeople.Person person) {
    return new Browser(port).send("GET", path, Map.of("Authorization", person.bearer()), null);
  }

  private Browser.Answer send(String method, String path, String body) {
    return new Browser(port)
        .send(
            method,
            path,
            Map.of("Authorization", admin.bearer(), "Content-Type", "application/json"),
            body);
  }

  private static void problem(Browser.Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"urn:signalbox:problem:" + type + "\"", "\"requestId\"", "\"detail\"")
        .doesNotContain("Exception", "dev.signalbox", "org.springframework", "tools.jackson")
        .doesNotContain("java.", "select ", "insert ");
  }
}
