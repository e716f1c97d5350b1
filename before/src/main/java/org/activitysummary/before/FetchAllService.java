package org.activitysummary.before;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Answers by fetching all events of the user and looping over them: O(N) rows on the wire, O(N)
 * memory, as such code is found in production. Nothing is slowed down on purpose.
 */
final class FetchAllService implements UserActivityService {

  private static final String FETCH_ALL = SqlText.of("fetch-all-events.sql");

  private final DataSource dataSource;
  private final PriceReader prices = new PriceReader();

  FetchAllService(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try {
      List<Event> distinct = withoutCopies(fetchAll(userId));
      return new UserActivitySummary(
          count(distinct, "click"),
          count(distinct, "view"),
          count(distinct, "purchase"),
          totalValue(distinct));
    } catch (SQLException | RuntimeException e) {
      throw new UserActivityException(userId, e);
    }
  }

  private List<Event> fetchAll(long userId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ReadTransaction transaction = ReadTransaction.begin(connection)) {
      return query(transaction.connection(), userId);
    }
  }

  private static List<Event> query(Connection connection, long userId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FETCH_ALL)) {
      statement.setLong(1, userId);
      boolean rows = statement.execute();
      while (!rows && statement.getUpdateCount() >= 0) {
        rows = statement.getMoreResults();
      }
      try (ResultSet events = statement.getResultSet()) {
        return readAll(events);
      }
    }
  }

  private static List<Event> readAll(ResultSet events) throws SQLException {
    List<Event> all = new ArrayList<>();
    while (events.next()) {
      all.add(new Event(events.getLong(1), events.getString(2), events.getString(3)));
    }
    return all;
  }

  private static List<Event> withoutCopies(List<Event> events) {
    Set<Long> seen = new HashSet<>();
    List<Event> distinct = new ArrayList<>();
    for (Event event : events) {
      if (seen.add(event.id())) {
        distinct.add(event);
      }
    }
    return distinct;
  }

  private static long count(List<Event> events, String type) {
    long count = 0;
    for (Event event : events) {
      if (event.type().equals(type)) {
        count++;
      }
    }
    return count;
  }

  private BigDecimal totalValue(List<Event> events) {
    BigDecimal total = BigDecimal.ZERO;
    for (Event event : events) {
      if (event.type().equals("purchase")) {
        total = total.add(prices.priceIn(event.metadata()));
      }
    }
    return total;
  }
}
