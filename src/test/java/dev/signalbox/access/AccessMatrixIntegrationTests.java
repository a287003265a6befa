package dev.signalbox.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.guard.Endpoint;
import dev.signalbox.access.guard.Endpoints;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint times every kind of caller. {@code access-matrix.csv} says who may: an endpoint
 * that is missing there fails, and so does a line without an endpoint.
 */
@SignalboxTest
class AccessMatrixIntegrationTests {

  private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
  private static final String PROJECT = "matrix";
  private static final String NOBODY = "NOBODY";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired Plan plan;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  /**
   * A kind of caller.
   *
   * @param role in the project; null if in no project
   */
  private record Persona(
      String name,
      Browser pages,
      @Nullable String token,
      @Nullable Role role,
      boolean machine,
      boolean systemAdministrator,
      boolean expired) {

    boolean anonymousAt(String path) {
      return token == null || expired || (machine && !path.startsWith("/api/"));
    }
  }

  @Test
  void listsEveryEndpoint() throws IOException {
    Map<String, String> expected = expected();
    Map<String, String> actual = new TreeMap<>();
    Endpoints.of(mappings).forEach(endpoint -> actual.put(endpoint.name(), endpoint.permission()));
    List<String> missing = new ArrayList<>();
    actual.forEach(
        (name, permission) -> {
          if (!permission.equals(expected.get(name))) {
            missing.add(name + "," + permission);
          }
        });
    if (!missing.isEmpty()) {
      fail("add or mend these lines in " + MATRIX + ":\n" + String.join("\n", missing));
    }
    assertThat(expected.keySet()).as("lines without an endpoint").isSubsetOf(actual.keySet());
    assertThat(new ArrayList<>(expected.keySet())).as("sorted").isSorted();
  }

  @Test
  void refusesEveryoneWhoMayNot() throws IOException {
    Map<String, String> expected = expected();
    plan.createProject(new ProjectKey(PROJECT), "Matrix", Actor.system("test"));
    List<String> wrong = new ArrayList<>();
    for (Persona persona : personas()) {
      for (Endpoint endpoint : Endpoints.of(mappings)) {
        String permission = expected.getOrDefault(endpoint.name(), NOBODY);
        String verdict = verdict(endpoint, persona, permission);
        if (!verdict.isEmpty()) {
          wrong.add(persona.name() + " at " + endpoint.name() + ": " + verdict);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String verdict(Endpoint endpoint, Persona persona, String permission) {
    Browser.Answer answer = call(endpoint, persona);
    boolean api = endpoint.path().startsWith("/api/") || endpoint.path().startsWith("/hooks/");
    String got = seen(answer, api);
    String want = wanted(endpoint, persona, permission, api);
    return want.equals(got)
        ? ""
        : "wanted " + want + ", got " + got + " " + answer.body().lines().limit(3).toList();
  }

  private static String wanted(Endpoint endpoint, Persona persona, String permission, boolean api) {
    if (api && persona.expired()) {
      return endpoint.path().startsWith("/hooks/") ? "allowed" : "sign in";
    }
    if (permission.equals(NOBODY)) {
      return "refused";
    }
    Permission needed = Permission.valueOf(permission);
    if (needed == Permission.PUBLIC) {
      return "allowed";
    }
    if (persona.anonymousAt(endpoint.path())) {
      return "sign in";
    }
    return switch (needed) {
      case PUBLIC, SIGNED_IN -> "allowed";
      case ADMINISTER_SYSTEM -> persona.systemAdministrator() ? "allowed" : "refused";
      default -> {
        if (persona.role() == null) {
          yield "hidden";
        }
        boolean scoped = !persona.machine() || ApiTokens.MACHINE_SCOPES.contains(needed.scope());
        yield needed.roles().contains(persona.role()) && scoped ? "allowed" : "refused";
      }
    };
  }

  private static String seen(Browser.Answer answer, boolean api) {
    String body = answer.body();
    if (api
        ? answer.status() == 401
            && body.contains("urn:signalbox:problem:unauthenticated")
            && !answer.header("WWW-Authenticate").isEmpty()
        : answer.status() == 302 && answer.header("Location").contains("/login?next=")) {
      return "sign in";
    }
    if (answer.status() == 404 && body.contains("There is no such project that you can see.")) {
      return "hidden";
    }
    if (answer.status() == 403
        && (body.contains("You need the permission")
            || body.contains("does not have the scope")
            || body.contains("open to nobody"))) {
      return "refused";
    }
    return answer.status() >= 500 ? "status " + answer.status() : "allowed";
  }

  private Browser.Answer call(Endpoint endpoint, Persona persona) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean api = endpoint.path().startsWith("/api/");
    Browser browser = api ? new Browser(port) : persona.pages();
    if (api && persona.token() != null) {
      headers.put("Authorization", "Bearer " + persona.token());
    }
    String body = null;
    if (!endpoint.method().equals("GET")) {
      headers.put("Content-Type", endpoint.consumes(api));
      body =
          api || endpoint.path().startsWith("/hooks/") ? "{}" : "_csrf=" + browser.csrf("/login");
    }
    return browser.send(endpoint.method(), endpoint.pathIn(PROJECT), headers, body);
  }

  private List<Persona> personas() {
    List<Persona> personas = new ArrayList<>();
    personas.add(new Persona("anonymous", new Browser(port), null, null, false, false, false));
    personas.add(person("outsider", people.person("elsewhere", Role.ADMIN), null, false));
    personas.add(person("system administrator", people.systemAdministrator(), null, true));
    for (Role role : Role.values()) {
      if (role != Role.CI) {
        personas.add(person(role.name(), people.person(PROJECT, role), role, false));
      }
    }
    String machine = people.machineToken(PROJECT);
    personas.add(new Persona("CI", new Browser(port), machine, Role.CI, true, false, false));
    String expired = people.person(PROJECT, Role.ADMIN).token();
    jdbc.sql(
            "update api_token set created_at = now() - interval '2 days',"
                + " expires_at = now() - interval '1 day' where public_id = ?")
        .param(expired.split("_", -1)[1])
        .update();
    personas.add(
        new Persona("expired token", new Browser(port), expired, Role.ADMIN, false, false, true));
    return personas;
  }

  private Persona person(
      String name, TestPeople.Person person, @Nullable Role role, boolean systemAdministrator) {
    Browser browser = new Browser(port);
    assertThat(browser.signIn(person.username(), person.password()).status()).isEqualTo(302);
    return new Persona(name, browser, person.token(), role, false, systemAdministrator, false);
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(MATRIX)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int comma = line.lastIndexOf(',');
        expected.put(line.substring(0, comma), line.substring(comma + 1));
      }
    }
    return expected;
  }
}
