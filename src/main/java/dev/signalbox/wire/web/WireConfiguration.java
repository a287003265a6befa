package dev.signalbox.wire.web;

import java.util.random.RandomGenerator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the request id in front of everything else. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter(RandomGenerator random) {
    FilterRegistrationBean<RequestIdFilter> registration =
        new FilterRegistrationBean<>(new RequestIdFilter(random));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
