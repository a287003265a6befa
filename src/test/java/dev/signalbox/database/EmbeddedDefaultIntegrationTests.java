package dev.signalbox.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.FreshDatabase;
import dev.signalbox.SignalboxTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signalbox uses its own PostgreSQL exactly as long as nobody names another. */
@SignalboxTest
class EmbeddedDefaultIntegrationTests {

  @Autowired private JdbcClient jdbc;
  @Autowired private EmbeddedDatabase database;

  @Test
  void servesTheApplicationWhenNoUrlIsSet() {
    assertThat(jdbc.sql("select current_user || '@' || current_database()").query(String.class))
        .extracting(query -> query.single())
        .isEqualTo("signalbox@signalbox");
    assertThat(database.directory()).startsWith(FreshDatabase.ROOT);
  }

  @Test
  void commitsDurably() {
    assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
  }

  @Test
  void staysOutOfTheWayWhenAUrlIsSet() {
    new ApplicationContextRunner()
        .withUserConfiguration(DatabaseConfiguration.class)
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/signalbox")
        .run(context -> assertThat(context).doesNotHaveBean(EmbeddedDatabase.class));
  }
}
