package dev.signalbox.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample project, under {@code signalbox.sample}.
 *
 * @param enabled whether an empty embedded database starts with the sample project; a database of
 *     your own never does
 */
@ConfigurationProperties("signalbox.sample")
record SampleSettings(@DefaultValue("true") boolean enabled) {}
