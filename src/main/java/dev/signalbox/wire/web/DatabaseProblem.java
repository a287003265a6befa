package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What the database refuses: races that lost, values that it cannot hold, and its own absence.
 * States are those of SQLSTATE (PostgreSQL documentation, appendix A).
 */
final class DatabaseProblem {

  private static final Logger log = LoggerFactory.getLogger(DatabaseProblem.class);

  private DatabaseProblem() {}

  static ProblemException of(Exception failure) {
    if (failure instanceof OptimisticLockingFailureException) {
      return new ProblemException(
          ProblemType.PRECONDITION_FAILED,
          "Somebody changed it since you read it. Read it again and repeat your change.");
    }
    String state = state(failure);
    if (state.startsWith("22")) {
      return new ProblemException(
          ProblemType.INVALID_REQUEST, "A value cannot be stored, such as one with a NUL in it.");
    }
    if (failure instanceof DataIntegrityViolationException) {
      log.warn("The database refused a change with state {}", state);
      return new ProblemException(
          ProblemType.CONFLICT,
          "Another change got there first, or the values contradict what is stored.");
    }
    return unavailable(failure) ? unavailableProblem(failure) : ProblemOf.internal(failure);
  }

  /** The same for exceptions that carry a database's refusal somewhere inside. */
  static Optional<ProblemException> within(Exception failure) {
    return unavailable(failure) ? Optional.of(unavailableProblem(failure)) : Optional.empty();
  }

  private static boolean unavailable(Exception failure) {
    String state = state(failure);
    return failure instanceof ConcurrencyFailureException
        || failure instanceof TransientDataAccessException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof CannotCreateTransactionException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || cause(failure, SQLTransientException.class).isPresent();
  }

  private static ProblemException unavailableProblem(Exception failure) {
    log.warn("The database is not available: {}", failure.getClass().getSimpleName());
    return new ProblemException(
        ProblemType.UNAVAILABLE, "The database does not answer at the moment. Try again soon.");
  }

  private static String state(Throwable failure) {
    return cause(failure, SQLException.class).map(SQLException::getSQLState).orElse("");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
