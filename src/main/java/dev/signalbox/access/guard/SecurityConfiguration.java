package dev.signalbox.access.guard;

import dev.signalbox.access.Caller;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.access.token.TokenCheck;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The filter chain says who is calling; {@link AccessGuard} says what they may. The chain itself
 * therefore lets every path pass, and no path is open unless its handler says so.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; object-src 'none'";

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final int FIRST = 0;

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class);
  }

  @Bean
  SecurityFilterChain everything(
      HttpSecurity http,
      SessionCookie sessions,
      SignInPages pages,
      TokenCheck tokens,
      AccessMeters meters,
      Problems problems,
      Clock clock) {
    CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
    csrf.setCookieName("signalbox_csrf");
    csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .csrf(
            c ->
                c.csrfTokenRepository(csrf)
                    .requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
        .headers(SecurityConfiguration::headers)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(pages::signedIn)
                    .failureHandler(pages::refused))
        .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
        .addFilterBefore(
            new BearerFilter(tokens, problems, meters, clock),
            UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            e ->
                e.accessDeniedHandler(
                    (request, response, _) ->
                        problems.answer(
                            new ProblemException(
                                ProblemType.FORBIDDEN,
                                "The CSRF token is missing or too old. Load the page again."),
                            request,
                            response)))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .build();
  }

  /** Only a browser's cookies can be misused from another site; tokens and signatures cannot. */
  private static boolean needsCsrfToken(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (SAFE_METHODS.contains(request.getMethod())
        || path.startsWith("/hooks/")
        || BearerFilter.applies(request)) {
      return false;
    }
    return !path.startsWith("/api/") || SessionCookie.secret(request).isPresent();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentTypeOptions(Customizer.withDefaults())
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
  }

  @Bean
  WebMvcConfigurer accessGuard() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessGuard()).order(FIRST);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
      }
    };
  }
}
