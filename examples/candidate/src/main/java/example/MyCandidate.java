package example;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;

/** One statement that sorts a user's rows, keeps the first of each id, and counts. */
public final class MyCandidate implements UserActivityServiceProvider {

  private static final String QUERY =
      """
      SELECT count(*) FILTER (WHERE type = 'click'),
             count(*) FILTER (WHERE type = 'view'),
             count(*) FILTER (WHERE type = 'purchase'),
             coalesce(sum(
               CASE WHEN jsonb_typeof(metadata -> 'price') = 'number'
                      OR jsonb_typeof(metadata -> 'price') = 'string'
                     AND metadata ->> 'price' ~ '^-?[0-9]+(\\.[0-9]+)?$'
                 THEN (metadata ->> 'price')::numeric
               END) FILTER (WHERE type = 'purchase'), 0)
      FROM (SELECT DISTINCT ON (id) type, metadata
            FROM events WHERE user_id = ? ORDER BY id, ctid) AS event
      """;

  @Override
  public String name() {
    return "my-candidate";
  }

  @Override
  public String description() {
    return "sorts the user's rows in one statement";
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    return userId -> {
      try (var connection = dataSource.getConnection();
          var statement = connection.prepareStatement(QUERY)) {
        statement.setLong(1, userId);
        try (var row = statement.executeQuery()) {
          row.next();
          return new UserActivitySummary(
              row.getLong(1), row.getLong(2), row.getLong(3), row.getBigDecimal(4));
        }
      } catch (SQLException e) {
        throw new UserActivityException(userId, e);
      }
    };
  }
}
