package dev.signalbox.validation.run;

import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultVerdict;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps everything that was ever reported; rows are only added. */
@Component
class ResultLog {

  private final JdbcClient sql;
  private final JsonMapper json;

  ResultLog(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void add(ReportedResult result, @Nullable Judgement judged, ResultVerdict verdict, Instant now) {
    sql.sql(
            """
            insert into result (attempt_id, outcome, judged, error_code, detail, facts, report,
                                external_id, url, origin, verdict, received_at)
            values (:attempt, :outcome, :judged, :error, :detail, cast(:facts as jsonb),
                    cast(:report as jsonb), :external, :url, :origin, :verdict,
                    cast(:now as timestamptz))
            """)
        .param("attempt", result.attempt())
        .param("outcome", name(result.outcome()), Types.VARCHAR)
        .param("judged", judged == null ? null : judged.outcome().name(), Types.VARCHAR)
        .param("error", judged == null ? null : judged.errorCode(), Types.VARCHAR)
        .param("detail", judged == null ? "" : judged.words())
        .param("facts", json.writeValueAsString(result.facts()))
        .param(
            "report",
            result.report() == null ? null : json.writeValueAsString(result.report()),
            Types.VARCHAR)
        .param("external", result.externalId(), Types.VARCHAR)
        .param("url", result.url(), Types.VARCHAR)
        .param("origin", result.origin())
        .param("verdict", verdict.name())
        .param("now", now.toString())
        .update();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
