package dev.signalbox.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;

/** The migrated database itself: every table has an owner, a comment, and keys along the arrows. */
@SignalboxTest
class SchemaIntegrationTests {

  @Autowired private JdbcClient jdbc;

  private record ForeignKey(String name, String fromTable, String toTable) {}

  @Test
  void hasExactlyTheTablesOfTheReadme() throws IOException {
    assertThat(tables()).containsExactlyInAnyOrderElementsOf(Migrations.owners().keySet());
  }

  @Test
  void saysOfEachTableWhatItHolds() {
    assertThat(
            strings(
                """
                select relname from pg_class
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and relname <> 'flyway_schema_history' and not relispartition
                  and obj_description(oid, 'pg_class') is null
                """))
        .as("tables without a comment")
        .isEmpty();
  }

  @Test
  void hasAnIndexForEveryForeignKey() {
    assertThat(
            strings(
                """
                select conname || ' on ' || conrelid::regclass from pg_constraint fk
                where contype = 'f' and connamespace = 'public'::regnamespace
                  and not exists (
                    select 1 from pg_index i where i.indrelid = fk.conrelid
                      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%')
                      and (i.indkey::int2[])[0:cardinality(fk.conkey) - 1] @> fk.conkey)
                """))
        .as("foreign keys without an index")
        .isEmpty();
  }

  @Test
  void pointsFromModuleToModuleOnlyAsTheArrowsDo() throws Exception {
    var owners = Migrations.owners();
    for (var key : foreignKeys()) {
      var from = owners.get(key.fromTable());
      var to = owners.get(key.toTable());
      assertThat(from.equals(to) || allowed(from).contains(to))
          .as("%s points from %s to %s", key.name(), from, to)
          .isTrue();
    }
  }

  @Test
  void keepsTimesWithTheirZoneAndTextWithoutLength() {
    assertThat(
            strings(
                """
                select table_name || '.' || column_name || ' ' || data_type
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                  and data_type in ('timestamp without time zone', 'character varying', 'json')
                """))
        .isEmpty();
  }

  private static Set<String> allowed(String module) throws ClassNotFoundException {
    var info = Class.forName("dev.signalbox." + module + ".package-info");
    return Set.of(info.getAnnotation(ApplicationModule.class).allowedDependencies());
  }

  private List<String> tables() {
    return strings(
        """
        select relname from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
          and relname <> 'flyway_schema_history' and not relispartition
        """);
  }

  private List<ForeignKey> foreignKeys() {
    return jdbc.sql(
            """
            select conname as name, conrelid::regclass::text as from_table,
                   confrelid::regclass::text as to_table
            from pg_constraint
            where contype = 'f' and connamespace = 'public'::regnamespace
            """)
        .query(ForeignKey.class)
        .list();
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
