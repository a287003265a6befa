package dev.signalbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class TokenIntegrationTests {

  @Autowired TestPeople people;
  @Autowired ApiTokens tokens;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void saysWhatIsWrongWithAToken() {
    TestPeople.Person person = people.person("t", Role.VIEWER);
    assertThat(me("Bearer " + person.token()).status()).isEqualTo(200);

    String id = person.tokenId();
    jdbc.sql(
            "update api_token set created_at = now() - interval '2 days',"
                + " expires_at = now() - interval '1 second' where public_id = ?")
        .param(id)
        .update();
    Browser.Answer expired = me("Bearer " + person.token());
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.body()).contains("urn:signalbox:problem:unauthenticated", "has expired");
    assertThat(expired.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(expired.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"signalbox\", error=\"invalid_token\", error_description=\"expired\"");
  }

  @Test
  void endsATokenAtOnceWhenItIsRevokedOrItsOwnerDisabled() {
    TestPeople.Person person = people.person("t", Role.VIEWER);
    tokens.revokePersonal(person.username(), person.tokenId());
    assertThat(me(person.bearer()).body()).contains("was revoked");

    TestPeople.Person other = people.person("t", Role.VIEWER);
    jdbc.sql("update account set enabled = false where username = ?")
        .param(other.username())
        .update();
    assertThat(me(other.bearer()).status()).isEqualTo(401);
  }

  @Test
  void refusesEverythingElseThatLooksLikeAToken() {
    TestPeople.Person person = people.person("t", Role.VIEWER);
    String token = person.token();
    byte[] hash =
        jdbc.sql("select secret_hash from api_token where public_id = ?")
            .param(person.tokenId())
            .query(byte[].class)
            .single();
    for (String authorization :
        Set.of(
            "Bearer " + HexFormat.of().formatHex(hash),
            "Bearer " + token.substring(0, token.length() - 9),
            "Bearer " + token.substring(0, 16),
            "Bearer " + token + "0",
            "Basic " + token,
            token,
            "Bearer")) {
      assertThat(me(authorization).status()).as(authorization).isEqualTo(401);
    }
    Browser plain = new Browser(port);
    assertThat(plain.get("/api/v1/me?access_token=" + token).status()).isEqualTo(401);
    assertThat(plain.get("/api/v1/me?token=" + token).status()).isEqualTo(401);
  }

  @Test
  void judgesABadTokenEvenBesideAGoodSession() {
    TestPeople.Person person = people.person("t", Role.VIEWER);
    Browser browser = new Browser(port);
    browser.signIn(person.username(), person.password());
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(
            browser.send("GET", "/api/v1/me", Map.of("Authorization", "Bearer x"), null).status())
        .isEqualTo(401);
  }

  @Test
  void givesATokenNoMoreThanItsScopesAndItsOwnersRoles() {
    TestPeople.Person person = people.person("scoped", Role.ADMIN);
    String reader =
        "Bearer " + tokens.issuePersonal(person.username(), "r", Set.of("read"), 1).token();
    assertThat(get("/api/v1/projects/scoped/timeline", reader).status()).isEqualTo(200);
    Browser.Answer refused = get("/api/v1/projects/scoped/members", reader);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("MANAGE_MEMBER", "members:manage");
    people.expel("scoped", person.username());
    assertThat(get("/api/v1/projects/scoped/timeline", reader).status()).isEqualTo(404);
  }

  @Test
  void makesAndRevokesAMachinesTokenOverHttp() {
    TestPeople.Person admin = people.person("machines", Role.ADMIN);
    Browser.Answer made =
        send(
            "POST",
            "/api/v1/projects/machines/tokens",
            admin.bearer(),
            "{\"name\":\"build\",\"scopes\":[\"read\",\"results:write\"],\"days\":7}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).contains("\"ci:build\"").doesNotContain("secretHash");
    String token = made.body().replaceAll("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    assertThat(me("Bearer " + token).body()).contains("\"MACHINE\"", "\"ci:build\"");

    assertThat(send("DELETE", made.header("Location"), admin.bearer(), null).status())
        .isEqualTo(204);
    assertThat(me("Bearer " + token).body()).contains("was revoked");
  }

  @Test
  void refusesMachineScopesThatAreForPeopleAndLifetimesOverAYear() {
    TestPeople.Person admin = people.person("machines", Role.ADMIN);
    String path = "/api/v1/projects/machines/tokens";
    assertThat(
            send("POST", path, admin.bearer(), "{\"name\":\"b\",\"scopes\":[\"gates:approve\"]}")
                .status())
        .isEqualTo(422);
    Browser.Answer long366 =
        send("POST", path, admin.bearer(), "{\"name\":\"b\",\"scopes\":[\"read\"],\"days\":366}");
    assertThat(long366.status()).isEqualTo(400);
    assertThat(long366.body()).contains("\"errors\"", "\"days\"");
  }

  @Test
  void letsNoTokenMakeTokens() {
    TestPeople.Person person = people.person("t", Role.VIEWER);
    assertThat(
            send(
                    "POST",
                    "/api/v1/tokens",
                    person.bearer(),
                    "{\"name\":\"more\",\"scopes\":[\"read\"]}")
                .status())
        .isEqualTo(403);
  }

  private Browser.Answer me(String authorization) {
    return get("/api/v1/me", authorization);
  }

  private Browser.Answer get(String path, String authorization) {
    return new Browser(port).send("GET", path, Map.of("Authorization", authorization), null);
  }

  private Browser.Answer send(String method, String path, String authorization, String body) {
    return new Browser(port)
        .send(
            method,
            path,
            Map.of("Authorization", authorization, "Content-Type", "application/json"),
            body);
  }
}
