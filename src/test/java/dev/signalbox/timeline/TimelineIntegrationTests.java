package dev.signalbox.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The history: written with its change or not at all, never changed, read newest first. */
@SignalboxTest
class TimelineIntegrationTests {

  @Autowired Timeline timeline;
  @Autowired TimelineReader reader;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final String project = "t" + UUID.randomUUID().toString().substring(0, 12);

  @Test
  void keepsActorValuesAndRequest() {
    try (var _ = MDC.putCloseable("requestId", "req-1")) {
      write("task.started", "A", Map.of("state", "TODO"), Map.of("state", "DOING"));
    }

    TimelineEntryView entry = page(TimelineQuery.ofProject(project)).getFirst();
    assertThat(entry.actor()).isEqualTo(Actor.person("ada"));
    assertThat(entry.action()).isEqualTo("task.started");
    assertThat(entry.before()).isEqualTo(Map.of("state", "TODO"));
    assertThat(entry.after()).isEqualTo(Map.of("state", "DOING"));
    assertThat(entry.requestId()).isEqualTo("req-1");
  }

  @Test
  void refusesToRecordOutsideATransaction() {
    assertThatThrownBy(() -> timeline.record(change("task.started", "A", null, null)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void forgetsWhatIsRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          timeline.record(change("task.started", "A", null, null));
          status.setRollbackOnly();
        });

    assertThat(page(TimelineQuery.ofProject(project))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update timeline_entry set actor = 'somebody'",
        "delete from timeline_entry",
        "truncate timeline_entry"
      })
  void refusesEveryChangeInTheDatabaseToo(String sql) {
    write("task.started", "A", null, null);

    assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()))
        .hasMessageContaining("append-only");
    assertThat(page(TimelineQuery.ofProject(project))).hasSize(1);
  }

  @Test
  void readsPagesNewestFirstWithoutGapOrRepeat() {
    for (int entry = 0; entry < 7; entry++) {
      write("task.started", "T" + entry, null, null);
    }
    List<String> keys = new ArrayList<>();
    String cursor = null;
    do {
      Page<TimelineEntryView> page = reader.page(TimelineQuery.ofProject(project), cursor, 3);
      page.items().forEach(entry -> keys.add(entry.objectKey()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(keys).containsExactly("T6", "T5", "T4", "T3", "T2", "T1", "T0");
  }

  @Test
  void readsOnlyWhatIsAskedFor() {
    write("task.started", "A", null, null);
    write("task.finished", "B", null, null);
    write("taskforce.made", "C", null, null);

    assertThat(page(TimelineQuery.ofObject(project, "task", "B"))).hasSize(1);
    assertThat(page(new TimelineQuery(project, null, null, null, "task.", null, null))).hasSize(2);
    assertThat(page(new TimelineQuery(project, null, null, "eve", null, null, null))).isEmpty();
    var at = page(TimelineQuery.ofObject(project, "task", "B")).getFirst().at();
    assertThat(page(new TimelineQuery(project, null, null, null, null, at, null))).hasSize(2);
    assertThat(page(new TimelineQuery(project, null, null, null, null, null, at))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201, -1})
  void refusesALimitOutOfBounds(int limit) {
    assertThatThrownBy(() -> reader.page(TimelineQuery.ofProject(project), null, limit))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesACursorOfAnotherProject() {
    write("task.started", "A", null, null);
    write("task.started", "B", null, null);
    String cursor = reader.page(TimelineQuery.ofProject(project), null, 1).next();

    assertThatThrownBy(() -> reader.page(TimelineQuery.ofProject("other"), cursor, 1))
        .isInstanceOf(ProblemException.class);
  }

  private List<TimelineEntryView> page(TimelineQuery query) {
    return reader.page(query, null, Page.MAX_LIMIT).items();
  }

  private void write(String action, String key, @Nullable Object before, @Nullable Object after) {
    transaction.executeWithoutResult(_ -> timeline.record(change(action, key, before, after)));
  }

  private Recordable change(
      String action, String key, @Nullable Object before, @Nullable Object after) {
    return new Recordable(project, Actor.person("ada"), action, "task", key, before, after);
  }
}
