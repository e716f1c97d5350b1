package org.activitysummary.after;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Asks the database for the summary.
 *
 * <p>A first, prepared statement answers for a user with few rows. For any other it only says how
 * densely the user's ids lie; then one of two statements, planned for that very user, computes the
 * summary. Whichever answers, it sees one snapshot and looks at every row itself: the first
 * statement's estimate decides how fast the answer comes, never what it is.
 */
final class AfterService implements UserActivityService {

  /**
   * Up to this many rows the plan for everyone is the right one, and planning for one user would
   * cost more than it saves. A bigger user's first rows are read for nothing but the estimate.
   */
  static final int FEW_ROWS = 256;

  /** With fewer rows a group than this, sorting the rows beats grouping them. */
  static final int DENSE_ROWS_PER_GROUP = 4;

  private static final Script SETTINGS = Script.load("settings.sql");
  private static final Script DENSE_IDS = Script.load("dense-ids.sql");
  private static final Script SPARSE_IDS = Script.load("sparse-ids.sql");

  private final DataSource dataSource;
  private final String fewRowsSql;

  AfterService(DataSource dataSource) {
    this(dataSource, FEW_ROWS, FEW_ROWS / DENSE_ROWS_PER_GROUP);
  }

  /**
   * Sets the limits, so that small data can take every path.
   *
   * @param fewRows most rows of a user whom the first statement answers for, at least 0
   * @param mostDenseGroups most groups the first {@code fewRows + 1} rows may fall into to count as
   *     dense
   */
  AfterService(DataSource dataSource, int fewRows, int mostDenseGroups) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.fewRowsSql =
        Script.load("few-rows.sql")
            .with("few_rows", fewRows)
            .with("most_dense_groups", mostDenseGroups)
            .prepared();
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try (Connection connection = dataSource.getConnection()) {
      Glance glance = glance(connection, userId);
      return glance.summary() != null
          ? glance.summary()
          : look(connection, userId, glance.sparse() ? SPARSE_IDS : DENSE_IDS);
    } catch (SQLException | RuntimeException e) {
      throw new UserActivityException(userId, e);
    }
  }

  private Glance glance(Connection connection, long userId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(fewRowsSql)) {
      statement.setLong(1, userId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new Glance(null, false);
        }
        boolean sparse = row.getBoolean("sparse");
        return new Glance(sparse ? null : summary(row), sparse);
      }
    }
  }

  private static UserActivitySummary look(Connection connection, long userId, Script script)
      throws SQLException {
    String sql = SETTINGS.text() + script.forUser(userId);
    return PassingTransaction.query(connection, sql, AfterService::summary);
  }

  private static UserActivitySummary summary(ResultSet row) throws SQLException {
    return new UserActivitySummary(
        row.getLong("click"),
        row.getLong("view"),
        row.getLong("purchase"),
        row.getBigDecimal("total_value"));
  }

  /**
   * What the first statement says.
   *
   * @param summary null when the user has too many rows for it
   * @param sparse whether such a user's ids lie far apart
   */
  private record Glance(UserActivitySummary summary, boolean sparse) {}
}
