package org.activitysummary.evaluation.surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** Asks a coordinator in the shape in which it has the server of the user aggregate. */
record HandedOver(DataSource dataSource) implements UserActivityService {

  private static final String SETTINGS =
      """
      SET LOCAL transaction_read_only = on;
      SET LOCAL jit = off;
      SET LOCAL work_mem = '16MB';
      SET LOCAL enable_partitionwise_aggregate = on;
      """;

  /** Returns the statement about one user. */
  static String sql(long userId) {
    try (InputStream stream = HandedOver.class.getResourceAsStream("handed-over.sql")) {
      return new String(stream.readAllBytes(), UTF_8).replace(":'user_id'", "'" + userId + "'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
        try (ResultSet row = statement.executeQuery(sql(userId))) {
          row.next();
          return new UserActivitySummary(
              row.getLong("click"),
              row.getLong("view"),
              row.getLong("purchase"),
              row.getBigDecimal("total_value"));
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new UserActivityException(userId, e);
    }
  }
}
