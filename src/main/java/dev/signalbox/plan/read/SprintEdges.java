package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintView.Dependency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the sprints of a project wait for, with what the names mean and who waived them. */
@Component
class SprintEdges {

  private static final String SQL =
      """
      select s.key, s.title, s.section, s.archived_at is not null as archived, d.name,
             d.waiver, d.waived_by
        from sprint s
        left join sprint_dependency d on d.project = s.project and d.sprint = s.key
       where s.project = :project order by s.position, s.id, d.position
      """;

  private record Row(SprintNames.Named sprint, @Nullable Dependency edge) {}

  private final JdbcClient jdbc;

  SprintEdges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The dependencies by key of the sprint that waits; every sprint is there. */
  Map<String, List<Dependency>> of(ProjectKey project) {
    List<Row> rows =
        jdbc.sql(SQL).param("project", project.value()).query((row, i) -> row(row)).list();
    Map<String, List<Dependency>> named = new HashMap<>();
    List<SprintNames.Named> sprints = new ArrayList<>();
    for (Row row : rows) {
      List<Dependency> edges =
          named.computeIfAbsent(
              row.sprint().key(),
              key -> {
                sprints.add(row.sprint());
                return new ArrayList<>();
              });
      if (row.edge() != null) {
        edges.add(row.edge());
      }
    }
    List<SprintNames.Named> waiting =
        sprints.stream().map(sprint -> waiting(sprint, named)).toList();
    Map<String, List<Dependency>> resolved = new HashMap<>();
    for (Sprint sprint : SprintNames.resolve(waiting, Map.of())) {
      resolved.put(sprint.key(), meant(sprint.dependsOn(), named.get(sprint.key())));
    }
    return resolved;
  }

  private static Row row(ResultSet row) throws SQLException {
    String name = row.getString("name");
    String waiver = row.getString("waiver");
    return new Row(
        new SprintNames.Named(
            row.getString("key"),
            row.getString("title"),
            row.getString("section"),
            row.getBoolean("archived"),
            List.of()),
        name == null
            ? null
            : new Dependency(name, null, waiver != null, waiver, row.getString("waived_by")));
  }

  private static SprintNames.Named waiting(
      SprintNames.Named sprint, Map<String, List<Dependency>> named) {
    List<String> names =
        named.getOrDefault(sprint.key(), List.of()).stream().map(Dependency::name).toList();
    return new SprintNames.Named(
        sprint.key(), sprint.title(), sprint.section(), sprint.archived(), names);
  }

  private static List<Dependency> meant(
      List<SprintEdge> edges, @Nullable List<Dependency> written) {
    List<Dependency> all = Objects.requireNonNull(written);
    List<Dependency> meant = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Dependency edge = all.get(i);
      String sprint = edges.get(i).sprint();
      meant.add(new Dependency(edge.name(), sprint, edge.waived(), edge.waiver(), edge.waivedBy()));
    }
    return List.copyOf(meant);
  }
}
