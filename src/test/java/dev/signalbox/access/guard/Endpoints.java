package dev.signalbox.access.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All endpoints that the running application has, with what each of them asks for. */
public final class Endpoints {

  private Endpoints() {}

  public static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
    List<Endpoint> endpoints = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (!ErrorController.class.isAssignableFrom(method.getBeanType())) {
                add(endpoints, mapping, method);
              }
            });
    endpoints.sort(Comparator.comparing(Endpoint::name));
    return endpoints;
  }

  private static void add(
      List<Endpoint> endpoints, RequestMappingInfo mapping, HandlerMethod method) {
    String permission = AccessGuard.permission(method).map(Enum::name).orElse("NOBODY");
    Set<MediaType> consumes = mapping.getConsumesCondition().getConsumableMediaTypes();
    String type = consumes.isEmpty() ? "" : consumes.iterator().next().toString();
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    for (String path : mapping.getPatternValues()) {
      for (RequestMethod verb : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
        endpoints.add(new Endpoint(verb.name(), path, permission, type));
      }
    }
  }
}
