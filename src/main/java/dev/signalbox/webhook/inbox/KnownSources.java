package dev.signalbox.webhook.inbox;

import dev.signalbox.access.SecretBox;
import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enabled sources with their opened secrets, remembered for half a second, so that a rotation or a
 * switch-off counts on every node within one.
 */
@Component
public class KnownSources {

  private static final Logger log = LoggerFactory.getLogger(KnownSources.class);
  private static final Pattern ID = Pattern.compile("[0-9a-z]{20,64}");
  private static final long FRESH_NANOS = 500_000_000L;
  private static final long SECOND_LOOK_NANOS = 100_000_000L;
  private static final int MAX_REMEMBERED = 10_000;

  private static final String LOAD =
      """
      select s.project, s.name, s.dialect, k.id as key_id, k.sealed, k.retire_at
      from source s left join source_secret k on k.source = s.id
      where s.id = ? and s.enabled
      order by k.id
      """;

  private final JdbcClient sql;
  private final SecretBox secrets;
  private final Map<String, KnownSource> remembered = new ConcurrentHashMap<>();

  KnownSources(JdbcClient sql, SecretBox secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  /** The enabled source with this id, not older than half a second. */
  Optional<KnownSource> find(String id) {
    KnownSource known = remembered.get(id);
    if (known != null && System.nanoTime() - known.loadedNanos() < FRESH_NANOS) {
      return Optional.of(known);
    }
    return ID.matcher(id).matches() ? load(id) : Optional.empty();
  }

  /** A second look before a signature is refused: another node may have made a secret just now. */
  Optional<KnownSource> lookAgain(KnownSource known) {
    return System.nanoTime() - known.loadedNanos() < SECOND_LOOK_NANOS
        ? Optional.empty()
        : load(known.id());
  }

  /** Reads the source anew at its next delivery. */
  public void forget(String id) {
    remembered.remove(id);
  }

  private Optional<KnownSource> load(String id) {
    long now = System.nanoTime();
    List<Row> rows = sql.sql(LOAD).param(id).query(Row.class).list();
    if (rows.isEmpty()) {
      remembered.remove(id);
      return Optional.empty();
    }
    Row first = rows.getFirst();
    Dialect dialect = Dialect.valueOf(first.dialect);
    List<KnownSource.Key> keys = new ArrayList<>();
    for (Row row : rows) {
      key(id, dialect, row).ifPresent(keys::add);
    }
    KnownSource source =
        new KnownSource(id, first.project, first.name, dialect, List.copyOf(keys), now);
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(id, source);
    return Optional.of(source);
  }

  /** A secret that cannot be opened, or is too short to be one, does not count. */
  private Optional<KnownSource.Key> key(String source, Dialect dialect, Row row) {
    if (row.sealed == null || row.keyId == null) {
      return Optional.empty();
    }
    try {
      String text = new String(secrets.open(row.sealed), StandardCharsets.UTF_8);
      long until = row.retireAt == null ? Long.MAX_VALUE : row.retireAt.getTime();
      return Optional.of(
          new KnownSource.Key(SigningKey.of(dialect, row.keyId.toString(), text), until));
    } catch (RuntimeException e) {
      log.error("Secret {} of source {} cannot be used: {}", row.keyId, source, e.getMessage());
      return Optional.empty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // a row of the database, never compared
  private record Row(
      String project,
      String name,
      String dialect,
      @Nullable Long keyId,
      byte @Nullable [] sealed,
      @Nullable Timestamp retireAt) {}
}
