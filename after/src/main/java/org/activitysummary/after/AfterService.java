package org.activitysummary.after;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Asks the database for the summary.
 *
 * <p>A first, prepared statement answers for a user with few rows. For any other it only says which
 * statement suits: one for each kind of user, planned for that very user, computes the summary.
 * Whichever answers, it sees one snapshot and looks at every row itself: what the first statement
 * says decides how fast the answer comes, never what it is.
 */
final class AfterService implements UserActivityService {

  /**
   * Up to this many rows the plan for everyone is the right one, and planning for one user would
   * cost more than it saves. A bigger user's first rows are read for nothing but the estimate.
   */
  static final int FEW_ROWS = 256;

  /** With fewer rows a group than this, sorting the rows beats grouping them. */
  static final int DENSE_ROWS_PER_GROUP = 4;

  /** What no row stands for: most big users are of this kind. */
  private static final String DENSE_IDS = "dense-ids";

  /** The statements for many rows by the names that the first statement gives them. */
  static final Map<String, Script> MANY_ROWS =
      Stream.of(DENSE_IDS, "sparse-ids", "other-server")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), AfterService::withSettings));

  private final DataSource dataSource;
  private final String fewRowsSql;
  private final Map<String, UserQuery> manyRows;

  AfterService(DataSource dataSource) {
    this(dataSource, FEW_ROWS, FEW_ROWS / DENSE_ROWS_PER_GROUP, MANY_ROWS);
  }

  /**
   * Sets the limits and the statements, so that small data can take every path.
   *
   * @param fewRows most rows of a user whom the first statement answers for, at least 0
   * @param mostDenseGroups most groups the first {@code fewRows + 1} rows may fall into to count as
   *     dense
   * @param manyRows for each name that the first statement may give a statement
   */
  AfterService(
      DataSource dataSource, int fewRows, int mostDenseGroups, Map<String, Script> manyRows) {
    this.manyRows =
        manyRows.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> UserQuery.of(e.getValue())));
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.fewRowsSql =
        Script.load("few-rows.sql")
            .with("few_rows", fewRows)
            .with("most_dense_groups", mostDenseGroups)
            .prepared();
  }

  private static Script withSettings(String name) {
    return Script.load(name + ".sql").after(Script.load("settings.sql"));
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try (Connection connection = dataSource.getConnection()) {
      Glance glance = glance(connection, userId);
      return glance.ask() == null
          ? glance.summary()
          : look(connection, userId, manyRows.get(glance.ask()));
    } catch (SQLException | RuntimeException e) {
      throw new UserActivityException(userId, e);
    }
  }

  private Glance glance(Connection connection, long userId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(fewRowsSql)) {
      statement.setLong(1, userId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new Glance(null, DENSE_IDS);
        }
        String ask = row.getString("ask");
        return new Glance(ask == null ? summary(row) : null, ask);
      }
    }
  }

  private static UserActivitySummary look(Connection connection, long userId, UserQuery query)
      throws SQLException {
    return PassingTransaction.query(
        connection,
        query.sql(),
        statement -> query.askAbout(userId, statement),
        AfterService::summary);
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
   * @param ask which statement to ask then, else null
   */
  private record Glance(UserActivitySummary summary, String ask) {}
}
