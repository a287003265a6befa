package dev.signalbox.wire.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Documents on every operation what can go wrong, and the headers that all of them share. */
final class ProblemResponses implements OpenApiCustomizer {

  private static final String NAME = "Problem";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "400", "The request cannot be read; errors name the places.",
          "401", "Sign in, or send a valid token.",
          "403", "The caller lacks a permission, which is named.",
          "404", "There is no such thing that the caller can see.",
          "default", "Any other problem.");

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addSchemas(NAME, problem());
    if (api.getPaths() == null) {
      return;
    }
    for (Map.Entry<String, PathItem> path : api.getPaths().entrySet()) {
      path.getValue()
          .readOperationsMap()
          .forEach((method, operation) -> complete(path.getKey(), method, operation));
    }
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    ALWAYS.forEach((status, text) -> operation.getResponses().putIfAbsent(status, response(text)));
    if (method == PathItem.HttpMethod.POST && path.startsWith("/api/")) {
      operation.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .required(false)
              .description("The same key and body get the same answer for 24 hours.")
              .schema(new StringSchema().maxLength(257)));
    }
  }

  private static ApiResponse response(String text) {
    return new ApiResponse()
        .description(text)
        .addHeaderObject(
            "X-Request-Id", new Header().description("Id of this request").schema(text()))
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME))));
  }

  private static Schema<?> problem() {
    Schema<?> place = new ObjectSchema().addProperty("at", text()).addProperty("problem", text());
    Schema<?> problem = new ObjectSchema().description("A problem document (RFC 9457).");
    for (String name : List.of("type", "title", "detail", "instance", "requestId")) {
      problem.addProperty(name, text());
    }
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("errors", new ArraySchema().items(place));
    problem.setAdditionalProperties(true);
    problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
    return problem;
  }

  private static Schema<?> text() {
    return new StringSchema();
  }
}
