package org.activitysummary.evaluation.planted;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** A fault that lies in the statement. */
abstract class SqlFault extends PlantedFault {

  /** The price of a purchase by the contract, in SQL. */
  static final String PRICE =
      """
      CASE jsonb_typeof(metadata -> 'price')
        WHEN 'number' THEN (metadata -> 'price')::numeric
        WHEN 'string' THEN CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\\.[0-9]+)?$'
                             AND metadata ->> 'price' !~ '\\n'
                           THEN (metadata ->> 'price')::numeric ELSE 0 END
        ELSE 0 END""";

  private static final String AGGREGATE =
      """
      SELECT count(*) FILTER (WHERE type = 'click'), count(*) FILTER (WHERE type = 'view'),
             count(*) FILTER (WHERE type = 'purchase'),
             coalesce(sum(%s) FILTER (WHERE type = 'purchase'), 0)
      FROM (%s) AS e""";

  private final String sql;

  SqlFault(String name, String owner, String description, String price, String rows) {
    super(name, owner, description);
    this.sql = AGGREGATE.formatted(price, rows);
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    return userId -> {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, userId);
        return summary(statement);
      } catch (SQLException e) {
        throw new UserActivityException(userId, e);
      }
    };
  }

  private static UserActivitySummary summary(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new UserActivitySummary(
          row.getLong(1), row.getLong(2), row.getLong(3), new BigDecimal(row.getString(4)));
    }
  }
}
