package dev.signalbox.wire.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemOfTests {

  @Test
  void saysThatSomebodyElseWasFaster() {
    assertThat(type(new OptimisticLockingFailureException("row 7 of table account")))
        .isEqualTo(ProblemType.PRECONDITION_FAILED);
    assertThat(type(violation("23505"))).isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void asksToTryAgainWhileTheDatabaseIsAway() {
    SQLException pool = new SQLTransientConnectionException("pool-1 timed out");
    for (Exception away :
        new Exception[] {
          new CannotGetJdbcConnectionException("no", pool),
          new CannotCreateTransactionException("no", pool),
          new PessimisticLockingFailureException("deadlock"),
          new InvalidDataAccessResourceUsageException("x", new SQLException("x", "53100")),
          new IllegalStateException(new SQLException("terminating", "57P01"))
        }) {
      ProblemException problem = ProblemOf.exception(away);
      assertThat(problem.type()).as(away.toString()).isEqualTo(ProblemType.UNAVAILABLE);
      assertThat(Problems.headers(problem).getFirst("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  void blamesTheCallerForAQueryThatCannotBeDecoded() {
    var malformed = new InvalidParameterException("%zz", 400);
    assertThat(ProblemOf.exception(malformed).type()).isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void blamesTheCallerForValuesThatCannotBeStored() {
    assertThat(type(violation("22021"))).isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void tellsNothingOfAFault() {
    ProblemException problem =
        ProblemOf.exception(new IllegalStateException("select * from account where id = 7"));
    assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
    assertThat(Problems.document(problem, "/api/v1/x").toString())
        .doesNotContain("select", "IllegalState");
  }

  @Test
  void showsTheWordsOfOurOwnValuesOnly() {
    assertThat(OwnWords.of(new RuntimeException(new IllegalArgumentException("a key has ..."))))
        .contains("a key has ...");
    Exception foreign = new IllegalArgumentException("No enum constant java.time.DayOfWeek.X");
    foreign.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("java.lang.Enum", "valueOf", null, 1)});
    assertThat(OwnWords.of(foreign)).isEmpty();
  }

  private static DataIntegrityViolationException violation(String state) {
    return new DataIntegrityViolationException("x", new SQLException("relation account", state));
  }

  private static ProblemType type(Exception failure) {
    return ProblemOf.exception(failure).type();
  }
}
