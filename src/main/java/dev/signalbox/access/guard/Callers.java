package dev.signalbox.access.guard;

import dev.signalbox.access.Caller;
import dev.signalbox.access.account.SignedIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handler methods their {@link Caller}; null where nobody is signed in. */
final class Callers implements HandlerMethodArgumentResolver {

  /** Who calls, unless nobody signed in. */
  static Optional<SignedIn> current() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
        ? Optional.of(who)
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class
        || parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    @Nullable SignedIn who = current().orElse(null);
    return who == null || parameter.getParameterType() == SignedIn.class ? who : who.caller();
  }
}
