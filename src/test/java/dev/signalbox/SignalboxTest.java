package dev.signalbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole of Signalbox on a random port over a fresh embedded PostgreSQL, started once and shared
 * by all test classes of the run. Each test makes a project of its own instead of cleaning up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "signalbox.sample.enabled=false",
      "signalbox.timeline.recheck=1s",
      "signalbox.validation.report-grace=1s",
      "server.address=127.0.0.1",
      "spring.main.banner-mode=off"
    })
@ContextConfiguration(initializers = FreshDatabase.class)
@AutoConfigureRestTestClient
public @interface SignalboxTest {}
