package dev.signalbox.wire.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API (OpenAPI 3.1), made from the controllers themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  static final String BEARER = "token";
  static final String SESSION = "session";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Signalbox")
                .version("v1")
                .description("Plans, validation results, gates and their evidence."))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token of a person or of a project's CI."))
                .addSecuritySchemes(
                    SESSION,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("signalbox_session")
                        .description("The session of the pages; writes need its CSRF token.")))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  /** Names such as {@code members.put}, which stay when another controller comes along. */
  @Bean
  OperationCustomizer stableOperationIds() {
    return (operation, method) -> {
      String owner = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
      operation.setOperationId(
          owner.substring(0, 1).toLowerCase(Locale.ROOT)
              + owner.substring(1)
              + "."
              + method.getMethod().getName());
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer problemResponses() {
    return new ProblemResponses();
  }

  /** Keys travel as text, whatever record holds them inside. */
  @Bean
  ParameterCustomizer keysAreText() {
    return (parameter, method) -> {
      if (parameter != null && method.getParameterType().isRecord()) {
        parameter.setSchema(new StringSchema());
      }
      return parameter;
    };
  }
}
