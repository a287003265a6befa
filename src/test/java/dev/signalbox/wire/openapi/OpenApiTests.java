package dev.signalbox.wire.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.access.guard.Endpoint;
import dev.signalbox.access.guard.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API is checked in, so that a change of it is seen in review. {@code
 * -Dopenapi.update} writes it anew.
 */
@SignalboxTest
class OpenApiTests {

  private static final Path CHECKED_IN = Path.of("docs/openapi.json");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired JsonMapper json;
  @LocalServerPort int port;

  @Test
  void isTheOneThatIsCheckedIn() throws IOException {
    String served = served();
    if (System.getProperty("openapi.update") != null) {
      Files.createDirectories(CHECKED_IN.getParent());
      Files.writeString(CHECKED_IN, served + "\n");
    }
    assertThat(json.readTree(served))
        .as("run this test with -Dopenapi.update and look at the difference")
        .isEqualTo(json.readTree(Files.readString(CHECKED_IN)));
  }

  @Test
  void describesEveryEndpointWithItsProblems() {
    JsonNode api = json.readTree(served());
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    List<Endpoint> endpoints =
        Endpoints.of(mappings).stream()
            .filter(e -> e.path().startsWith("/api/") || e.path().startsWith("/hooks/"))
            .filter(e -> !e.path().startsWith("/api/v1/openapi.json"))
            .toList();
    assertThat(endpoints).isNotEmpty();
    for (Endpoint endpoint : endpoints) {
      String method = endpoint.method().toLowerCase(Locale.ROOT);
      String path = endpoint.path().replace("{*", "{");
      JsonNode operation = api.path("paths").path(path).path(method);
      assertThat(operation.isObject()).as(endpoint.name()).isTrue();
      assertThat(operation.path("summary").asString("")).as(endpoint.name()).isNotBlank();
      for (String status : List.of("400", "401", "403", "404", "default")) {
        assertThat(
                operation
                    .path("responses")
                    .path(status)
                    .path("content")
                    .has("application/problem+json"))
            .as(endpoint.name() + " " + status)
            .isTrue();
      }
    }
  }

  private String served() {
    Browser.Answer answer = new Browser(port).get("/api/v1/openapi.json");
    assertThat(answer.status()).as("public").isEqualTo(200);
    return answer.body();
  }
}
