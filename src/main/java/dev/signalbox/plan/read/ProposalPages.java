package dev.signalbox.plan.read;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.TaskState;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists what readers of prose proposed and no person decided, in the order in which it came. */
@Component
public class ProposalPages {

  private static final String SQL =
      """
      select b.id, b.task, t.text as task_text, t.sprint, t.state, t.version, b.class, b.reason,
             b.awaits, coalesce(w.text, e.text) as awaited_text,
             case when w.id is null then e.owner else array_to_string(w.owners, ', ') end
               as awaited_from,
             b.sureness, b.since, b.created_at
        from blocker b join task t on t.id = b.task_id
        left join task w on w.project = t.project and w.key = b.awaits
        left join external_item e on e.project = t.project and e.key = b.awaits
       where t.project = :project and t.state not in ('DONE', 'CANCELLED')
         and b.standing = 'PROPOSED' and b.resolved_at is null and b.id > :after
       order by b.id limit :limit
      """;

  private final JdbcClient jdbc;

  ProposalPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Page<ProposalView> list(ProjectKey project, @Nullable String cursor, int limit) {
    String list = "proposals/" + project;
    List<ProposalView> found =
        jdbc.sql(SQL)
            .param("project", project.value())
            .param("after", Pages.afterNumber(list, cursor, 0))
            .param("limit", limit + 1)
            .query((row, i) -> proposal(row))
            .list();
    return Pages.of(list, found, limit, view -> Long.toString(view.id()));
  }

  private static ProposalView proposal(ResultSet row) throws SQLException {
    String from = row.getString("awaited_from");
    return new ProposalView(
        row.getLong("id"),
        row.getString("task"),
        row.getString("task_text"),
        row.getString("sprint"),
        TaskState.valueOf(row.getString("state")),
        row.getLong("version"),
        BlockerClass.valueOf(row.getString("class")),
        row.getString("reason"),
        row.getString("awaits"),
        row.getString("awaited_text"),
        from == null || from.isEmpty() ? null : from,
        row.getObject("sureness", Integer.class),
        row.getObject("since", LocalDate.class),
        Columns.instant(row, "created_at"));
  }
}
