package dev.signalbox.access.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request reach its handler only if the handler names a permission and the caller has it.
 * Everything else is refused; what a caller may not see at all is not there (404).
 */
final class AccessGuard implements HandlerInterceptor {

  static final String PASSWORD_PAGE = "/password";

  /** The only handler of somebody else's that is open: it serves the API's description. */
  private static final String API_DESCRIPTION = "org.springdoc.webmvc.api.OpenApiWebMvcResource";

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    if (!(handler instanceof HandlerMethod method)) {
      throw denied("This address is open to nobody.");
    }
    Optional<Permission> permission = permission(method);
    if (permission.isEmpty()) {
      throw denied("This address is open to nobody.");
    }
    if (permission.get() == Permission.PUBLIC) {
      return true;
    }
    Optional<SignedIn> who = Callers.current();
    if (who.isEmpty()) {
      return sendToSignIn(request, response);
    }
    if (who.get().mustChangePassword() && !request.getRequestURI().equals(PASSWORD_PAGE)) {
      return sendToPasswordPage(request, response);
    }
    require(permission.get(), who.get().caller(), request);
    return true;
  }

  /** What a handler asks for; empty means that nobody passes. */
  static Optional<Permission> permission(HandlerMethod method) {
    @Nullable Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires != null) {
      return Optional.of(requires.value());
    }
    Class<?> owner = method.getBeanType();
    return ErrorController.class.isAssignableFrom(owner)
            || (owner.getName().equals(API_DESCRIPTION)
                && method.getMethod().getName().equals("openapiJson"))
        ? Optional.of(Permission.PUBLIC)
        : Optional.empty();
  }

  private static void require(Permission permission, Caller caller, HttpServletRequest request) {
    String project = project(request);
    if (permission.isPerProject()) {
      if (project == null) {
        throw denied("This address asks for a permission in a project, but names none.");
      }
      if (caller.roles().getOrDefault(project, Set.of()).isEmpty()) {
        throw new ProblemException(
            ProblemType.NOT_FOUND, "There is no such project that you can see.");
      }
    }
    if (!caller.may(permission, project == null ? "" : project)) {
      throw new ProblemException(ProblemType.FORBIDDEN, refusal(permission, caller))
          .with("permission", permission.name())
          .with("scope", permission.scope());
    }
  }

  private static String refusal(Permission permission, Caller caller) {
    return caller.scopes().contains(permission.scope())
        ? "You need the permission " + permission.name() + " for this."
        : "Your token does not have the scope " + permission.scope() + ".";
  }

  private static @Nullable String project(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("project") instanceof String project
        ? project
        : null;
  }

  private static boolean sendToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Problems.isForPrograms(request.getRequestURI())) {
      throw new ProblemException(
          ProblemType.UNAUTHENTICATED, "Sign in, or send a token as Authorization: Bearer.");
    }
    String target = request.getMethod().equals("GET") ? address(request) : "/";
    return redirect(request, response, "/login?next=" + URLEncoder.encode(target, UTF_8));
  }

  private static boolean sendToPasswordPage(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (Problems.isForPrograms(request.getRequestURI())) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "Set your own password first, at " + PASSWORD_PAGE + ".");
    }
    return redirect(request, response, PASSWORD_PAGE);
  }

  /** A fragment that htmx asks for is no place for another page: the whole page goes there. */
  private static boolean redirect(
      HttpServletRequest request, HttpServletResponse response, String target) throws IOException {
    if (request.getHeader("HX-Request") == null) {
      response.sendRedirect(target);
    } else {
      response.setHeader("HX-Redirect", target.startsWith("/login") ? "/login" : target);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
    return false;
  }

  private static String address(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static ProblemException denied(String detail) {
    return new ProblemException(ProblemType.FORBIDDEN, detail);
  }
}
