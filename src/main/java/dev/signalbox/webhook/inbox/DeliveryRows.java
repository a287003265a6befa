package dev.signalbox.webhook.inbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.signalbox.webhook.apply.ApplyDelivery;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes deliveries and the tasks that apply them, in one transaction. */
@Component
class DeliveryRows {

  private static final String INSERT =
      """
      insert into delivery
        (source, delivery_id, body_digest, headers, content_type, body, secret)
      select source, delivery_id, body_digest, cast(headers as jsonb), content_type, body, secret
      from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::bigint[])
        as new (source, delivery_id, body_digest, headers, content_type, body, secret)
      on conflict (source, delivery_id) do nothing
      returning id, source, delivery_id
      """;

  private static final String DIGESTS =
      """
      select d.source, d.delivery_id, d.body_digest
      from unnest(?::text[], ?::text[]) as asked (source, delivery_id)
      join delivery d using (source, delivery_id)
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final SchedulerClient tasks;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  DeliveryRows(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      SchedulerClient tasks,
      ObjectProvider<Scheduler> scheduler,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Stores what is new and tells for each, in the same order, what became of it. */
  List<Stored> store(List<NewDelivery> deliveries) {
    // Sorted by key, so that two writers that meet the same ids cannot wait for each other.
    Map<NewDelivery.Key, NewDelivery> candidates =
        new TreeMap<>(
            Comparator.comparing(NewDelivery.Key::source)
                .thenComparing(NewDelivery.Key::deliveryId));
    deliveries.forEach(delivery -> candidates.putIfAbsent(delivery.key(), delivery));
    List<NewDelivery> rows = List.copyOf(candidates.values());
    Outcome outcome =
        transaction.execute(
            status -> {
              Map<NewDelivery.Key, Long> added = insert(rows);
              schedule(added);
              boolean allNew = added.size() == deliveries.size();
              return new Outcome(added, allNew ? Map.of() : digests(rows));
            });
    if (!outcome.added.isEmpty()) {
      scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
    Set<NewDelivery.Key> unclaimed = new HashSet<>(outcome.added.keySet());
    return deliveries.stream()
        .map(delivery -> unclaimed.remove(delivery.key()) ? Stored.NEW : compare(delivery, outcome))
        .toList();
  }

  private static Stored compare(NewDelivery delivery, Outcome outcome) {
    byte[] stored = outcome.digests.get(delivery.key());
    return stored != null && MessageDigest.isEqual(stored, delivery.digest())
        ? Stored.ALREADY_HERE
        : Stored.ID_REUSED;
  }

  private Map<NewDelivery.Key, Long> insert(List<NewDelivery> rows) {
    Map<NewDelivery.Key, Long> added = new HashMap<>();
    jdbc.query(
        INSERT,
        statement -> {
          var connection = statement.getConnection();
          Object[] texts = rows.stream().map(NewDelivery::source).toArray();
          statement.setArray(1, connection.createArrayOf("text", texts));
          texts = rows.stream().map(NewDelivery::deliveryId).toArray();
          statement.setArray(2, connection.createArrayOf("text", texts));
          byte[][] bytes = rows.stream().map(NewDelivery::digest).toArray(byte[][]::new);
          statement.setArray(3, connection.createArrayOf("bytea", bytes));
          texts = rows.stream().map(NewDelivery::headers).toArray();
          statement.setArray(4, connection.createArrayOf("text", texts));
          texts = rows.stream().map(NewDelivery::contentType).toArray();
          statement.setArray(5, connection.createArrayOf("text", texts));
          bytes = rows.stream().map(NewDelivery::body).toArray(byte[][]::new);
          statement.setArray(6, connection.createArrayOf("bytea", bytes));
          Object[] numbers = rows.stream().map(NewDelivery::secret).toArray();
          statement.setArray(7, connection.createArrayOf("bigint", numbers));
        },
        row -> {
          added.put(
              new NewDelivery.Key(row.getString("source"), row.getString("delivery_id")),
              row.getLong("id"));
        });
    return added;
  }

  private Map<NewDelivery.Key, byte[]> digests(List<NewDelivery> rows) {
    Map<NewDelivery.Key, byte[]> digests = new HashMap<>();
    jdbc.query(
        DIGESTS,
        statement -> {
          var connection = statement.getConnection();
          Object[] texts = rows.stream().map(NewDelivery::source).toArray();
          statement.setArray(1, connection.createArrayOf("text", texts));
          texts = rows.stream().map(NewDelivery::deliveryId).toArray();
          statement.setArray(2, connection.createArrayOf("text", texts));
        },
        row -> {
          digests.put(
              new NewDelivery.Key(row.getString("source"), row.getString("delivery_id")),
              row.getBytes("body_digest"));
        });
    return digests;
  }

  private void schedule(Map<NewDelivery.Key, Long> added) {
    if (added.isEmpty()) {
      return;
    }
    List<TaskInstance<?>> instances = new ArrayList<>();
    added.values().forEach(id -> instances.add(ApplyDelivery.instance(id)));
    tasks.scheduleBatch(instances, clock.instant());
  }

  private record Outcome(Map<NewDelivery.Key, Long> added, Map<NewDelivery.Key, byte[]> digests) {}
}
