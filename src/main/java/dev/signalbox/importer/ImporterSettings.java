package dev.signalbox.importer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are taken in.
 *
 * @param maxBytes the largest document that is read, in bytes
 */
@Validated
@ConfigurationProperties("signalbox.importer")
public record ImporterSettings(@DefaultValue("10485760") @Min(1024) @Max(104857600) int maxBytes) {}
