package dev.signalbox.validation.run;

import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.report.TestReport;
import dev.signalbox.validation.AttemptView;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.ResultView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The attempts of one run and what was reported of them. */
@Component
class AttemptReads {

  private static final int MOST_RESULTS = 50;

  private final JdbcClient sql;
  private final JsonMapper json;

  AttemptReads(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  List<AttemptView> of(long run) {
    return sql.sql("select * from attempt where run_id = ? order by number")
        .param(run)
        .query(this::attempt)
        .list();
  }

  private AttemptView attempt(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new AttemptView(
        id,
        row.getInt("number"),
        row.getString("state"),
        row.getInt("calls"),
        row.getTimestamp("created_at").toInstant(),
        RunReads.instant(row.getTimestamp("claimed_at")),
        RunReads.instant(row.getTimestamp("last_sign_at")),
        RunReads.instant(row.getTimestamp("run_deadline_at")),
        RunReads.instant(row.getTimestamp("finished_at")),
        row.getString("external_id"),
        row.getString("url"),
        row.getString("error_code"),
        row.getString("error_detail"),
        row.getBoolean("conflict"),
        results(id));
  }

  private List<ResultView> results(UUID attempt) {
    return sql.sql(
            """
            select * from (select * from result where attempt_id = ? order by id desc limit ?) last
            order by id
            """)
        .params(attempt, MOST_RESULTS)
        .query(this::result)
        .list();
  }

  private ResultView result(ResultSet row, int index) throws SQLException {
    String report = row.getString("report");
    return new ResultView(
        row.getLong("id"),
        outcome(row.getString("outcome")),
        outcome(row.getString("judged")),
        row.getString("error_code"),
        row.getString("detail"),
        json.readValue(row.getString("facts"), new TypeReference<List<Fact>>() {}),
        report == null ? null : json.readValue(report, TestReport.class),
        row.getString("origin"),
        ResultVerdict.valueOf(row.getString("verdict")),
        row.getTimestamp("received_at").toInstant());
  }

  private static @Nullable Outcome outcome(@Nullable String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
