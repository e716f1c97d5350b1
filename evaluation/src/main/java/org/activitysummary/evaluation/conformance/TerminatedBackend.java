package org.activitysummary.evaluation.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.containment.Answer;
import org.activitysummary.testbed.schema.EventsSchema;

/**
 * Makes a call whose connection the server ends in the middle: the table is locked until the call
 * waits for it, and then its backend is terminated.
 */
final class TerminatedBackend {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 5;

  private static final String WAITING =
      "SELECT pid FROM pg_locks WHERE relation = 'events'::regclass AND NOT granted";

  private static final String NOT_PERMITTED = "42501";

  private final EventsSchema scratch;

  TerminatedBackend(EventsSchema scratch) {
    this.scratch = scratch;
  }

  /** Returns what came of the call; one that never waited for the table was not disturbed. */
  Answer disturb(Supplier<Answer> call) {
    try (Connection lock = scratch.connectAsOwner();
        Connection watch = scratch.connectAsOwner()) {
      lock.setAutoCommit(false);
      execute(lock, "LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Answer> answer = aside(call);
      OptionalLong backend = awaitWaiting(watch, answer);
      if (backend.isPresent()) {
        terminate(watch, backend.getAsLong());
      }
      lock.rollback();
      return answer.get();
    } catch (SQLException | ExecutionException e) {
      throw new EvaluationException("No call could be disturbed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationException("Interrupted while a call was disturbed", e);
    }
  }

  private static CompletableFuture<Answer> aside(Supplier<Answer> call) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(call.get());
              } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            },
            "disturbed-call");
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  private static OptionalLong awaitWaiting(Connection watch, CompletableFuture<Answer> answer)
      throws SQLException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    try (Statement statement = watch.createStatement()) {
      while (!answer.isDone() && System.nanoTime() < giveUp) {
        try (ResultSet row = statement.executeQuery(WAITING)) {
          if (row.next()) {
            return OptionalLong.of(row.getLong(1));
          }
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    return OptionalLong.empty();
  }

  private static void terminate(Connection watch, long backend) throws SQLException {
    try {
      execute(watch, "SELECT pg_terminate_backend(%d)".formatted(backend));
    } catch (SQLException e) {
      if (!NOT_PERMITTED.equals(e.getSQLState())) {
        throw e;
      }
      // On some foreign servers only a superuser may; the call goes on undisturbed.
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
