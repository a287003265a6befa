package dev.signalbox.dashboard.web;

import dev.signalbox.importer.ImporterSettings;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the page take uploads as large as the importer reads, and several of them at once. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

  private static final long FIELDS = 4L << 20;

  @Bean
  MultipartConfigElement multipartConfigElement(ImporterSettings settings) {
    long file = settings.maxBytes();
    return new MultipartConfigElement("", file, 2 * file + FIELDS, 0);
  }
}
