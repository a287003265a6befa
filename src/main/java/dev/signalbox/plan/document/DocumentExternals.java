package dev.signalbox.plan.document;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.change.Values;
import dev.signalbox.timeline.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the external items of a document into the plan. A document never opens or closes one, and
 * its silence on the owner does not take the owner away.
 */
@Component
class DocumentExternals {

  private final JdbcClient jdbc;
  private final StoredTasks tasks;
  private final PlanHistory history;

  DocumentExternals(JdbcClient jdbc, StoredTasks tasks, PlanHistory history) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.history = history;
  }

  /** Returns whether anything changed; runs after the document's tasks are in. */
  boolean apply(ProjectKey project, List<ExternalText> externals, Actor actor, Instant now) {
    List<String> keys = externals.stream().map(ExternalText::key).toList();
    Set<String> taskKeys = tasks.homes(project, keys).keySet();
    Map<String, ExternalText> present = load(project, keys);
    boolean changed = false;
    for (ExternalText external : externals) {
      ExternalText there = present.get(external.key());
      if (there == null && !taskKeys.contains(external.key())) {
        add(project, external, now);
        history.created(project, actor, "external", external.key(), values(external));
        changed = true;
      } else if (there != null) {
        ExternalText merged = merge(there, external);
        if (!merged.equals(there)) {
          replace(project, merged, now);
          Change change = Change.between(values(there), values(merged));
          history.changed(project, actor, "external", "edited", external.key(), change);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static ExternalText merge(ExternalText there, ExternalText document) {
    String owner = document.owner() == null ? there.owner() : document.owner();
    return new ExternalText(there.key(), document.kind(), document.text(), owner);
  }

  private Map<String, ExternalText> load(ProjectKey project, List<String> keys) {
    Map<String, ExternalText> present = new HashMap<>();
    jdbc.sql(
            """
            select key, kind, text, owner from external_item
             where project = :project and key = any(:keys)
            """)
        .param("project", project.value())
        .param("keys", keys.toArray(String[]::new))
        .query(
            row -> {
              String key = row.getString("key");
              present.put(
                  key,
                  new ExternalText(
                      key,
                      ExternalKind.valueOf(row.getString("kind")),
                      row.getString("text"),
                      row.getString("owner")));
            });
    return present;
  }

  private void add(ProjectKey project, ExternalText external, Instant now) {
    jdbc.sql(
            """
            insert into external_item (project, key, kind, text, owner, changed_at)
            values (:project, :key, :kind, :text, :owner, :now)
            """)
        .param("project", project.value())
        .param("key", external.key())
        .param("kind", external.kind().name())
        .param("text", external.text())
        .param("owner", external.owner())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void replace(ProjectKey project, ExternalText external, Instant now) {
    jdbc.sql(
            """
            update external_item set kind = :kind, text = :text, owner = :owner, version = version + 1,
                   changed_at = greatest(:now, changed_at + interval '1 microsecond')
             where project = :project and key = :key
            """)
        .param("project", project.value())
        .param("key", external.key())
        .param("kind", external.kind().name())
        .param("text", external.text())
        .param("owner", external.owner())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Map<String, Object> values(ExternalText external) {
    return new Values()
        .put("kind", external.kind())
        .put("text", external.text())
        .put("owner", external.owner())
        .map();
  }
}
