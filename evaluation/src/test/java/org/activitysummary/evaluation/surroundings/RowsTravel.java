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

/**
 * Asks a coordinator in a shape that it hands nothing of over: {@code after}'s statement for ids
 * that lie far apart, which {@code after} itself asks one server only.
 */
record RowsTravel(DataSource dataSource) implements UserActivityService {

  private static final String SCRIPTS = "/org/activitysummary/after/";

  /** Returns the statement about one user. */
  static String sql(long userId) {
    return script("sparse-ids.sql").replace(":'user_id'", "'" + userId + "'");
  }

  private static String script(String name) {
    try (InputStream stream = RowsTravel.class.getResourceAsStream(SCRIPTS + name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(script("settings.sql"));
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
