package org.activitysummary.evaluation.mixed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.evaluation.EvaluationException;

/**
 * What the server counted for its database.
 *
 * @param workersWanted parallel workers that plans asked for; null if the server does not count
 * @param workersLaunched of them, those that came; the others' work was done without them
 * @param deadlocks statements that were ended to resolve one
 * @param tempBytes written to temporary files
 * @param reason why something is missing; absent when nothing is
 */
public record ServerCounts(
    Long workersWanted,
    Long workersLaunched,
    long deadlocks,
    long tempBytes,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  static final ServerCounts NONE = new ServerCounts(0L, 0L, 0, 0, null);

  private static final String QUERY =
      "SELECT to_jsonb(d) FROM pg_stat_database d WHERE datname = current_database()";

  private static final String NOT_COUNTED = "PostgreSQL counts parallel workers from version 18 on";

  /** Returns the counts so far. */
  static ServerCounts now(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      JsonNode counts = new ObjectMapper().readTree(row.getString(1));
      JsonNode wanted = counts.path("parallel_workers_to_launch");
      JsonNode launched = counts.path("parallel_workers_launched");
      boolean counted = wanted.isNumber() && launched.isNumber();
      return new ServerCounts(
          counted ? wanted.asLong() : null,
          counted ? launched.asLong() : null,
          counts.path("deadlocks").asLong(),
          counts.path("temp_bytes").asLong(),
          counted ? null : NOT_COUNTED);
    } catch (SQLException | JsonProcessingException e) {
      throw new EvaluationException(
          "Expected to read pg_stat_database but: %s; use PostgreSQL 14 or newer"
              .formatted(e.getMessage()),
          e);
    }
  }

  ServerCounts since(ServerCounts earlier) {
    return plus(
        new ServerCounts(
            negated(earlier.workersWanted),
            negated(earlier.workersLaunched),
            -earlier.deadlocks,
            -earlier.tempBytes,
            earlier.reason));
  }

  ServerCounts plus(ServerCounts more) {
    return new ServerCounts(
        sum(workersWanted, more.workersWanted),
        sum(workersLaunched, more.workersLaunched),
        deadlocks + more.deadlocks,
        tempBytes + more.tempBytes,
        reason == null ? more.reason : reason);
  }

  private static Long negated(Long number) {
    return number == null ? null : Long.valueOf(-number);
  }

  private static Long sum(Long one, Long other) {
    return one == null || other == null ? null : Long.valueOf(one + other);
  }
}
