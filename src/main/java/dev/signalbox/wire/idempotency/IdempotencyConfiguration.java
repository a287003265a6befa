package dev.signalbox.wire.idempotency;

import dev.signalbox.wire.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Places the two halves: the bytes behind the security filters, the decision behind access. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  /** Interceptors of lower order (access has 0) have let the caller pass before. */
  private static final int AFTER_AUTHORISATION = 1_000;

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      IdempotencyRecords records, IdempotencySettings settings, Problems problems) {
    FilterRegistrationBean<IdempotencyFilter> registration =
        new FilterRegistrationBean<>(new IdempotencyFilter(records, settings, problems));
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
    return registration;
  }

  @Bean
  WebMvcConfigurer idempotencyInterceptor(IdempotencyRecords records) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new IdempotencyInterceptor(records))
            .addPathPatterns("/api/**")
            .order(AFTER_AUTHORISATION);
      }
    };
  }
}
